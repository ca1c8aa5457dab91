-- The codes of an organization's coupons, unique for ever: claimed by the command that makes the coupon.
create table coupon_code (
    organization_id text not null,
    code            text not null,
    coupon_id       text not null,
    primary key (organization_id, code)
);
create index coupon_code_by_coupon on coupon_code (coupon_id);
alter table coupon_code enable row level security;
create policy tenant on coupon_code
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
