-- Documents that wait to be voided, or to be told in a daily summary. Written in the transaction of the wish.
create table summary_wish (
    invoice_id      text        not null primary key,
    organization_id text        not null,
    branch_id       text        not null,
    kind            text        not null,
    reference_date  date        not null,
    ruc             text        not null,
    type            text        not null,
    series          text        not null,
    number          int         not null,
    condition       text        not null,
    reason          text        not null,
    alone           boolean     not null,
    summary_id      text,
    wished_at       timestamptz not null default now()
);
create index summary_wish_waiting on summary_wish (organization_id, kind, reference_date) where summary_id is null;
create index summary_wish_by_summary on summary_wish (summary_id);
alter table summary_wish enable row level security;
create policy tenant on summary_wish
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- Names of files (RA-20261122-1): consecutive per issuer, kind and day, none given twice.
create table summary_number (
    organization_id text not null,
    ruc             text not null,
    kind            text not null,
    day             date not null,
    number          int  not null,
    summary_id      text not null,
    primary key (ruc, kind, day, number)
);
create index summary_number_by_organization on summary_number (organization_id, day);
alter table summary_number enable row level security;
create policy tenant on summary_number
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- What goes out and what comes back, byte for byte. Kept five years.
create table summary_file (
    summary_id      text        not null,
    kind            text        not null,
    attempt         int         not null,
    organization_id text        not null,
    name            text        not null,
    digest          text        not null,
    sha256          text        not null,
    content         bytea       not null,
    created_at      timestamptz not null default now(),
    primary key (summary_id, kind, attempt)
);
create index summary_file_by_organization on summary_file (organization_id, created_at);
alter table summary_file enable row level security;
create policy tenant on summary_file
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
