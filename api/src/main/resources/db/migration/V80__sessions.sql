-- Keys that sign tokens: the platform's, sealed by the master key. One without an end signs; the others verify until theirs.
create table signing_key (
    id             text        not null primary key,
    public_key     text        not null,
    private_key    bytea       not null,
    created_at     timestamptz not null,
    verifies_until timestamptz
);
create unique index signing_key_one_signs on signing_key ((1)) where verifies_until is null;

-- A sign-in on a device and everything that was renewed from it.
create table refresh_family (
    id              text        not null primary key,
    organization_id text        not null,
    staff_id        text        not null,
    device          text        not null,
    address         text        not null,
    created_at      timestamptz not null,
    revoked_at      timestamptz,
    revoked_because text
);
create index refresh_family_by_staff on refresh_family (staff_id) where revoked_at is null;
create index refresh_family_by_organization on refresh_family (organization_id);
alter table refresh_family enable row level security;
create policy tenant on refresh_family
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- Refresh tokens, known by their digest only. Each is used once.
create table refresh_token (
    digest          bytea       not null primary key,
    organization_id text        not null,
    family_id       text        not null references refresh_family (id) on delete cascade,
    issued_at       timestamptz not null,
    expires_at      timestamptz not null,
    used_at         timestamptz
);
create index refresh_token_by_family on refresh_token (family_id);
create index refresh_token_by_end on refresh_token (expires_at);
alter table refresh_token enable row level security;
create policy tenant on refresh_token
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- Sessions that ended before their tokens did.
create table session_revocation (
    id              text        not null primary key,
    organization_id text        not null,
    staff_id        text,
    session_id      text,
    because         text        not null,
    at              timestamptz not null
);
create index session_revocation_by_time on session_revocation (at);
alter table session_revocation enable row level security;
create policy tenant on session_revocation
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
