-- Which order has which document: one that lives at most. Written in the transaction of the document's events.
create table invoice_order (
    invoice_id      text    not null primary key,
    organization_id text    not null,
    branch_id       text    not null,
    order_id        text    not null,
    live            boolean not null
);
create unique index invoice_order_once on invoice_order (order_id) where live;
create index invoice_order_by_order on invoice_order (order_id);
create index invoice_order_by_organization on invoice_order (organization_id, branch_id);
alter table invoice_order enable row level security;
create policy tenant on invoice_order
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- The run of numbers of each branch and till. SUNAT counts per taxpayer, so none serves two.
create table invoice_series (
    organization_id text not null,
    branch_id       text not null,
    till            text not null,
    type            text not null,
    series          text not null,
    primary key (branch_id, till, type),
    constraint invoice_series_once unique (organization_id, type, series)
);
alter table invoice_series enable row level security;
create policy tenant on invoice_series
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- What goes out and what comes back, byte for byte. Kept five years.
create table invoice_file (
    invoice_id      text        not null,
    kind            text        not null,
    attempt         int         not null,
    organization_id text        not null,
    branch_id       text        not null,
    name            text        not null,
    digest          text        not null,
    sha256          text        not null,
    content         bytea       not null,
    created_at      timestamptz not null default now(),
    primary key (invoice_id, kind, attempt)
);
create index invoice_file_by_organization on invoice_file (organization_id, branch_id, created_at);
alter table invoice_file enable row level security;
create policy tenant on invoice_file
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- Sealed under the master key: what an organization signs with, and how it signs in at SUNAT.
create table fiscal_certificate (
    organization_id text        not null primary key,
    pkcs12          bytea       not null,
    subject         text        not null,
    serial          text        not null,
    valid_from      timestamptz not null,
    valid_until     timestamptz not null,
    self_signed     boolean     not null,
    installed_at    timestamptz not null default now()
);
create index fiscal_certificate_by_end on fiscal_certificate (valid_until);
alter table fiscal_certificate enable row level security;
create policy tenant on fiscal_certificate
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

create table sol_account (
    organization_id text        not null primary key,
    sol_user        text        not null,
    sol_password    bytea       not null,
    client_id       text,
    client_secret   bytea,
    changed_at      timestamptz not null default now()
);
alter table sol_account enable row level security;
create policy tenant on sol_account
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- Issuers that SUNAT turns away wait as a whole.
create table issuer_pause (
    organization_id text        not null primary key,
    code            text        not null,
    text            text        not null,
    until           timestamptz not null
);
alter table issuer_pause enable row level security;
create policy tenant on issuer_pause
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- What the stand-in signs with, sealed: the same after a restart. It plays an outside party and is no tenant's.
create table standin_key (
    id     int   not null primary key check (id = 1),
    pkcs12 bytea not null
);
