-- Organizations, branches and people as others look at them. Names and e-mails of people are in staff_profile.
create table organization_view (
    id              text        not null primary key,
    organization_id text        not null,
    slug            text        not null,
    name            text        not null,
    legal_name      text        not null,
    ruc             text,
    logo_url        text,
    suspended       boolean     not null,
    registered_at   timestamptz not null,
    version         bigint      not null
);
create index organization_view_by_slug on organization_view (slug);
alter table organization_view enable row level security;
create policy tenant on organization_view
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

create table branch_view (
    id                    text          not null primary key,
    organization_id       text          not null,
    code                  text          not null,
    name                  text          not null,
    address               text          not null,
    phone                 text          not null,
    zone                  text          not null,
    currency              text          not null,
    service_charge        numeric(5, 4) not null,
    menu_mode             text          not null,
    establishment         text          not null,
    inventory             boolean       not null,
    auto_approve_sessions boolean       not null,
    waiter_assignment     boolean       not null,
    regimes               text          not null,
    open                  boolean       not null,
    opened_at             timestamptz   not null,
    version               bigint        not null
);
create index branch_view_by_organization on branch_view (organization_id, id, open);
create index branch_view_by_code on branch_view (code);
alter table branch_view enable row level security;
create policy tenant on branch_view
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

create table staff_view (
    id              text        not null primary key,
    organization_id text        not null,
    role            text        not null,
    branches        text[]      not null,
    active          boolean     not null,
    hired_at        timestamptz not null,
    version         bigint      not null
);
create index staff_view_by_status on staff_view (organization_id, active, id);
alter table staff_view enable row level security;
create policy tenant on staff_view
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
