create table points_account (
    account         text   not null primary key,
    organization_id text   not null,
    customer        text   not null,
    balance         int    not null,
    lifetime        int    not null,
    tier            text   not null,
    version         bigint not null
);
create index points_account_by_customer on points_account (organization_id, customer);
alter table points_account enable row level security;
create policy tenant on points_account
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

create table points_movement (
    event           text        not null primary key,
    organization_id text        not null,
    account         text        not null,
    version         bigint      not null,
    at              timestamptz not null,
    kind            text        not null,
    points          int         not null,
    about           text        not null,
    balance         int         not null
);
create index points_movement_by_account on points_movement (account, version desc);
alter table points_movement enable row level security;
create policy tenant on points_movement
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
