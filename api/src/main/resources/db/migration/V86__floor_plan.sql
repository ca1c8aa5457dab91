-- How the rooms are drawn. No rule hangs on it, so it is plain rows and no events.
create table floor_space (
    id              text not null primary key,
    organization_id text not null,
    branch_id       text not null,
    name            text not null,
    level           int  not null,
    rank            int  not null,
    constraint floor_space_name_once unique (branch_id, name)
);
create index floor_space_by_branch on floor_space (organization_id, branch_id);
alter table floor_space enable row level security;
create policy tenant on floor_space
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

create table floor_fixture (
    id              text not null primary key,
    organization_id text not null,
    branch_id       text not null,
    space           text not null,
    kind            text not null,
    label           text not null,
    x               int  not null,
    y               int  not null,
    width           int  not null,
    height          int  not null,
    rotation        int  not null
);
create index floor_fixture_by_branch on floor_fixture (organization_id, branch_id);
alter table floor_fixture enable row level security;
create policy tenant on floor_fixture
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
