-- Stock as people look at it.
create table stock_item (
    id              text          not null primary key,
    organization_id text          not null,
    branch_id       text          not null,
    name            text          not null,
    unit            text          not null,
    category        text          not null,
    balance         numeric(12,4) not null,
    minimum         numeric(12,4) not null,
    level           text          not null,
    average_cost    numeric(16,6) not null,
    changed_at      timestamptz   not null,
    version         bigint        not null
);
create index stock_item_by_name on stock_item (organization_id, branch_id, name, id);
create index stock_item_by_level on stock_item (organization_id, branch_id, level, name);
alter table stock_item enable row level security;
create policy tenant on stock_item
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

create table stock_movement (
    item_id         text          not null,
    position        bigint        not null,
    organization_id text          not null,
    branch_id       text          not null,
    kind            text          not null,
    change          numeric(12,4) not null,
    quantity        numeric(12,4) not null,
    balance         numeric(12,4) not null,
    cost            numeric(16,6),
    order_id        text,
    note            text          not null,
    actor           text          not null,
    at              timestamptz   not null,
    primary key (item_id, position)
);
create index stock_movement_by_time on stock_movement (organization_id, branch_id, at);
alter table stock_movement enable row level security;
create policy tenant on stock_movement
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

create table stock_deduction (
    id              text        not null primary key,
    organization_id text        not null,
    branch_id       text        not null,
    order_id        text        not null,
    round           int         not null,
    status          text        not null,
    lines           text        not null,
    missing         text        not null,
    reason          text        not null,
    requested_at    timestamptz not null,
    changed_at      timestamptz not null,
    version         bigint      not null
);
create index stock_deduction_by_status on stock_deduction (organization_id, branch_id, status, requested_at);
create index stock_deduction_by_order on stock_deduction (order_id);
alter table stock_deduction enable row level security;
create policy tenant on stock_deduction
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

create table stock_recipe (
    id              text   not null primary key,
    organization_id text   not null,
    branch_id       text   not null,
    ingredients     text   not null,
    version         bigint not null
);
create index stock_recipe_by_branch on stock_recipe (organization_id, branch_id);
alter table stock_recipe enable row level security;
create policy tenant on stock_recipe
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
