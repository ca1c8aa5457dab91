-- One order split among several payers: a document each. Each payment has one document that lives at most.
alter table invoice_order add column part boolean not null default false;
alter table invoice_order alter column part drop default;
drop index invoice_order_once;
create unique index invoice_order_once on invoice_order (order_id) where live and not part;

create table invoice_payment (
    invoice_id      text    not null,
    payment_id      text    not null,
    organization_id text    not null,
    branch_id       text    not null,
    order_id        text    not null,
    live            boolean not null,
    primary key (invoice_id, payment_id)
);
create unique index invoice_payment_once on invoice_payment (order_id, payment_id) where live;
create index invoice_payment_by_organization on invoice_payment (organization_id, branch_id);
alter table invoice_payment enable row level security;
create policy tenant on invoice_payment
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
