-- The menu as staff edit it and as it is rendered for guests.
create table menu_category (
    id              text        not null primary key,
    organization_id text        not null,
    branch_id       text        not null,
    name            text        not null,
    description     text        not null,
    parent_id       text,
    archived        boolean     not null,
    created_at      timestamptz not null,
    version         bigint      not null
);
create index menu_category_by_branch on menu_category (organization_id, branch_id, archived, created_at);
create index menu_category_by_parent on menu_category (parent_id);
alter table menu_category enable row level security;
create policy tenant on menu_category
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

create table menu_dish (
    id              text          not null primary key,
    organization_id text          not null,
    branch_id       text          not null,
    category_id     text          not null,
    name            text          not null,
    description     text          not null,
    price           numeric(12,2) not null,
    tax_class       text          not null,
    preparation     int,
    allergens       text          not null,
    tags            text          not null,
    spice           int,
    featured        boolean       not null,
    modifier_groups text          not null,
    off_by_hand     boolean       not null,
    off_by_stock    boolean       not null,
    archived        boolean       not null,
    rank            int           not null,
    created_at      timestamptz   not null,
    version         bigint        not null
);
create index menu_dish_by_branch on menu_dish (organization_id, branch_id, archived, rank, created_at);
create index menu_dish_by_category on menu_dish (category_id);
alter table menu_dish enable row level security;
create policy tenant on menu_dish
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

create table menu_modifier_group (
    id              text        not null primary key,
    organization_id text        not null,
    branch_id       text        not null,
    name            text        not null,
    min_chosen      int         not null,
    max_chosen      int         not null,
    required        boolean     not null,
    options         text        not null,
    archived        boolean     not null,
    created_at      timestamptz not null,
    version         bigint      not null
);
create index menu_modifier_group_by_branch
    on menu_modifier_group (organization_id, branch_id, archived, created_at);
alter table menu_modifier_group enable row level security;
create policy tenant on menu_modifier_group
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- The floor plan.
create table floor_table (
    id              text        not null primary key,
    organization_id text        not null,
    branch_id       text        not null,
    number          int         not null,
    label           text        not null,
    seats           int         not null,
    space           text        not null,
    shape           text        not null,
    x               int         not null,
    y               int         not null,
    rotation        int         not null,
    status          text        not null,
    session_id      text,
    occupied_since  timestamptz,
    qr_token        text        not null,
    short_code      text        not null,
    removed         boolean     not null,
    version         bigint      not null
);
create index floor_table_by_status on floor_table (organization_id, branch_id, status);
create index floor_table_by_session on floor_table (session_id) where session_id is not null;
alter table floor_table enable row level security;
create policy tenant on floor_table
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- Every code that was ever printed, and where it led.
create table floor_qr_code (
    token           text    not null primary key,
    organization_id text    not null,
    branch_id       text    not null,
    short_code      text    not null,
    table_id        text    not null,
    revoked         boolean not null
);
create index floor_qr_code_by_short_code on floor_qr_code (branch_id, short_code);
create index floor_qr_code_by_table on floor_qr_code (table_id);
create index floor_qr_code_by_organization on floor_qr_code (organization_id, branch_id);
alter table floor_qr_code enable row level security;
create policy tenant on floor_qr_code
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- Parties, past and present. No guest is named here.
create table floor_session (
    id              text        not null primary key,
    organization_id text        not null,
    branch_id       text        not null,
    table_id        text        not null,
    table_label     text        not null,
    status          text        not null,
    guests          int,
    walk_in         boolean     not null,
    requested_at    timestamptz not null,
    started_at      timestamptz,
    ended_at        timestamptz,
    lasts_until     timestamptz not null,
    ended_how       text,
    reason          text        not null,
    version         bigint      not null
);
create index floor_session_by_status
    on floor_session (organization_id, branch_id, status, requested_at desc, id desc);
create index floor_session_by_time on floor_session (branch_id, requested_at desc, id desc);
create index floor_session_by_table on floor_session (table_id, requested_at desc);
alter table floor_session enable row level security;
create policy tenant on floor_session
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
