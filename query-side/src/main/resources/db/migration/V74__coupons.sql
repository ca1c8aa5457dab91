create table coupon_view (
    id              text        not null primary key,
    organization_id text        not null,
    code            text        not null,
    terms           text        not null,
    branches        text[]      not null,
    active          boolean     not null,
    uses            int         not null,
    created_at      timestamptz not null,
    version         bigint      not null
);
create index coupon_view_by_state on coupon_view (organization_id, active, created_at desc);
alter table coupon_view enable row level security;
create policy tenant on coupon_view
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- Which orders had it; what was given back stays on record.
create table coupon_redemption (
    event           text        not null primary key,
    organization_id text        not null,
    coupon_id       text        not null,
    order_id        text        not null,
    customer        text,
    at              timestamptz not null,
    released_at     timestamptz
);
create index coupon_redemption_by_coupon on coupon_redemption (coupon_id, at desc);
create index coupon_redemption_by_order on coupon_redemption (order_id);
create index coupon_redemption_by_organization on coupon_redemption (organization_id);
alter table coupon_redemption enable row level security;
create policy tenant on coupon_redemption
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
