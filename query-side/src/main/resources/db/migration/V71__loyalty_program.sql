create table loyalty_program (
    organization_id text   not null primary key,
    terms           text   not null,
    version         bigint not null
);
alter table loyalty_program enable row level security;
create policy tenant on loyalty_program
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
