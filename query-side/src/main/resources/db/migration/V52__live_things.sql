-- What the live feed tells besides orders, as it is now: the start of every screen.
create table live_thing (
    kind            text    not null,
    id              text    not null,
    organization_id text    not null,
    branch_id       text    not null,
    rooms           text    not null,
    shown           boolean not null,
    body            text    not null,
    primary key (kind, id)
);
create index live_thing_shown on live_thing (branch_id, kind, id) where shown;
alter table live_thing enable row level security;
create policy tenant on live_thing
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
