-- Somebody tried whether SUNAT lets the issuer in. SUNAT locks a SOL user after some wrong tries, so we count them too.
create table sign_in_try (
    organization_id text        not null primary key,
    turned_away     int         not null,
    not_before      timestamptz not null
);
create index sign_in_try_by_time on sign_in_try (not_before);
alter table sign_in_try enable row level security;
create policy tenant on sign_in_try
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- Months that are in the books for good. Written in the transaction of their events.
create table closed_month (
    organization_id text           not null,
    month           date           not null,
    documents       bigint         not null,
    base            numeric(12, 2) not null,
    igv             numeric(12, 2) not null,
    total           numeric(12, 2) not null,
    closed_at       timestamptz    not null,
    closed_by       text           not null,
    primary key (organization_id, month)
);
create index closed_month_by_time on closed_month (closed_at);
alter table closed_month enable row level security;
create policy tenant on closed_month
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
