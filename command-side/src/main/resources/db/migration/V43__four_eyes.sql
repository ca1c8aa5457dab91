-- Above which amount finance needs a second person. No row: never.
create table four_eyes (
    organization_id text           not null primary key,
    above           numeric(12, 2) not null
);
alter table four_eyes enable row level security;
create policy tenant on four_eyes
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- Second persons' words. Written in the transaction of their events, looked up by the actions that need one.
create table fiscal_approval (
    approval_id     text           not null primary key,
    organization_id text           not null,
    branch_id       text           not null,
    invoice_id      text           not null,
    action          text           not null,
    amount          numeric(12, 2) not null,
    reason          text           not null,
    status          text           not null,
    requested_by    text           not null,
    requested_at    timestamptz    not null,
    decided_by      text
);
create index fiscal_approval_by_status on fiscal_approval (organization_id, branch_id, status);
create index fiscal_approval_by_time on fiscal_approval (organization_id, requested_at desc);
create index fiscal_approval_by_invoice on fiscal_approval (invoice_id, action, status);
alter table fiscal_approval enable row level security;
create policy tenant on fiscal_approval
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
