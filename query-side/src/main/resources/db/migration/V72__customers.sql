-- Customers, without anything personal.
create table customer (
    id              text        not null primary key,
    organization_id text        not null,
    account         text        not null,
    forgotten       boolean     not null,
    registered_at   timestamptz not null,
    version         bigint      not null
);
create index customer_by_time on customer (organization_id, registered_at);
alter table customer enable row level security;
create policy tenant on customer
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
