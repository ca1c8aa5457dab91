-- Orders as people look at them: one row an order.
create table order_view (
    id              text        not null primary key,
    organization_id text        not null,
    branch_id       text        not null,
    status          text        not null,
    session_id      text,
    number          int         not null,
    business_day    date        not null,
    placed_at       timestamptz not null,
    changed_at      timestamptz not null,
    version         bigint      not null,
    body            text        not null
);
create index order_view_by_status on order_view (organization_id, branch_id, status);
create index order_view_by_time on order_view (branch_id, placed_at desc, id desc);
create index order_view_open on order_view (branch_id, placed_at)
    where status in ('PENDING', 'CONFIRMED', 'PREPARING', 'READY', 'SERVED');
create index order_view_by_session on order_view (session_id) where session_id is not null;
alter table order_view enable row level security;
create policy tenant on order_view
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- The live feed: an unbroken sequence per branch.
create table feed_message (
    branch_id       text        not null,
    sequence        bigint      not null,
    organization_id text        not null,
    rooms           text        not null,
    type            text        not null,
    body            text        not null,
    position        bigint      not null,
    at              timestamptz not null,
    primary key (branch_id, sequence)
);
create index feed_message_by_age on feed_message (at);
alter table feed_message enable row level security;
create policy tenant on feed_message
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
