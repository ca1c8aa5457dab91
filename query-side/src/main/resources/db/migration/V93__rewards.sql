create table reward_view (
    id              text        not null primary key,
    organization_id text        not null,
    branch_id       text,
    terms           text        not null,
    offered         boolean     not null,
    redeemed        int         not null,
    created_at      timestamptz not null,
    version         bigint      not null
);
create index reward_view_by_state on reward_view (organization_id, branch_id, offered, created_at desc);
create index reward_view_by_age on reward_view (organization_id, created_at desc, id desc);
alter table reward_view enable row level security;
create policy tenant on reward_view
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- Which orders had it; what was given back stays on record.
create table reward_redemption (
    event           text        not null primary key,
    organization_id text        not null,
    reward_id       text        not null,
    order_id        text        not null,
    customer        text        not null,
    at              timestamptz not null,
    released_at     timestamptz
);
create index reward_redemption_by_reward on reward_redemption (reward_id, at desc);
create index reward_redemption_by_order on reward_redemption (order_id);
create index reward_redemption_by_organization on reward_redemption (organization_id);
alter table reward_redemption enable row level security;
create policy tenant on reward_redemption
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
