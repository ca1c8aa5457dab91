-- What must be unique. A row is written in the transaction of the event that needs it.
create table organization_slug (
    slug            text not null primary key,
    organization_id text not null unique
);
alter table organization_slug enable row level security;
create policy tenant on organization_slug
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- Only organizations that are not suspended hold their RUC.
create table organization_ruc (
    ruc             text not null primary key,
    organization_id text not null unique
);
alter table organization_ruc enable row level security;
create policy tenant on organization_ruc
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

create table branch_code (
    code            text not null primary key,
    organization_id text not null,
    branch_id       text not null unique
);
create index branch_code_by_organization on branch_code (organization_id);
alter table branch_code enable row level security;
create policy tenant on branch_code
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- Names and e-mails of people: personal data stays out of the events. One e-mail, one person, in all organizations.
create table staff_profile (
    staff_id        text        not null primary key,
    organization_id text        not null,
    name            text        not null,
    email           text        not null unique,
    created_at      timestamptz not null default now()
);
create index staff_profile_by_organization on staff_profile (organization_id, staff_id);
alter table staff_profile enable row level security;
create policy tenant on staff_profile
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- Whether an e-mail is free must be known across tenants. Runs as the owner, whom row-level security does not bind,
-- and tells nothing else.
create function staff_email_is_free(wanted text, except_staff text) returns boolean
    language sql stable security definer set search_path = public
    as $$ select not exists (select 1 from staff_profile where email = wanted and staff_id <> except_staff) $$;
grant execute on function staff_email_is_free(text, text) to comanda_app;

create table credential (
    staff_id        text        not null primary key references staff_profile (staff_id),
    organization_id text        not null,
    password_hash   text        not null,
    changed_at      timestamptz not null default now()
);
create index credential_by_organization on credential (organization_id);
alter table credential enable row level security;
create policy tenant on credential
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- The active administrators of each organization: the last one stays.
create table admin_seat (
    staff_id        text not null primary key,
    organization_id text not null
);
create index admin_seat_by_organization on admin_seat (organization_id);
alter table admin_seat enable row level security;
create policy tenant on admin_seat
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
