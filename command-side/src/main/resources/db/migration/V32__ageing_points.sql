-- When points of an account will be a year old: the expiry policy's own table.
create table points_due (
    account_id      text        not null,
    organization_id text        not null,
    due_at          timestamptz not null,
    primary key (account_id, due_at)
);
create index points_due_by_time on points_due (due_at);
create index points_due_by_organization on points_due (organization_id);
alter table points_due enable row level security;
create policy tenant on points_due
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
