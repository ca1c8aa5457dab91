-- Documents as finance staff look at them. Buyers stay sealed: see person_key.
create table invoice_view (
    id              text           not null primary key,
    organization_id text           not null,
    branch_id       text           not null,
    order_id        text           not null,
    type            text           not null,
    number          text           not null,
    status          text           not null,
    issued_at       timestamptz    not null,
    currency        text           not null,
    payable         numeric(12, 2) not null,
    buyer_type      text           not null,
    attempts        int            not null,
    next_try_at     timestamptz,
    last_day        date           not null,
    code            text           not null,
    text            text           not null,
    digest          text           not null,
    notes           text[]         not null,
    document        text           not null,
    submission      text           not null,
    version         bigint         not null
);
create index invoice_view_by_status on invoice_view (organization_id, branch_id, status);
create index invoice_view_by_time on invoice_view (organization_id, branch_id, issued_at desc, id desc);
create index invoice_view_by_order on invoice_view (order_id);
create index invoice_view_open on invoice_view (organization_id, last_day, issued_at)
    where status not in ('ACCEPTED', 'OBSERVED', 'REJECTED');
alter table invoice_view enable row level security;
create policy tenant on invoice_view
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- Every step of every document's way, dated.
create table invoice_step (
    invoice_id      text        not null,
    version         bigint      not null,
    organization_id text        not null,
    branch_id       text        not null,
    at              timestamptz not null,
    kind            text        not null,
    attempt         int         not null,
    tried           text,
    outcome         text,
    code            text        not null,
    text            text        not null,
    millis          bigint      not null,
    next_try_at     timestamptz,
    digest          text        not null,
    actor           text        not null,
    primary key (invoice_id, version)
);
create index invoice_step_by_time on invoice_step (organization_id, branch_id, at);
alter table invoice_step enable row level security;
create policy tenant on invoice_step
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
