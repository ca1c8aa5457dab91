-- What parties are called: personal data, kept out of the events and forgotten after thirty days.
create table session_guest (
    session_id      text        not null primary key,
    organization_id text        not null,
    branch_id       text        not null,
    name            text        not null,
    created_at      timestamptz not null default now()
);
create index session_guest_by_age on session_guest (organization_id, created_at);
create index session_guest_by_branch on session_guest (organization_id, branch_id);
alter table session_guest enable row level security;
create policy tenant on session_guest
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- The digest of the secret by which a guest's phone proves that it asked for a session.
create table session_claim (
    session_id      text        not null primary key,
    organization_id text        not null,
    branch_id       text        not null,
    claim_digest    bytea       not null,
    created_at      timestamptz not null default now()
);
create index session_claim_by_age on session_claim (organization_id, created_at);
create index session_claim_by_branch on session_claim (organization_id, branch_id);
alter table session_claim enable row level security;
create policy tenant on session_claim
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
