-- One key per person, sealed under the master key. Without it, what history holds of the person is noise.
create table person_key (
    organization_id text        not null,
    person          text        not null,
    key             bytea       not null,
    created_at      timestamptz not null default now(),
    primary key (organization_id, person)
);
alter table person_key enable row level security;
create policy tenant on person_key
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
