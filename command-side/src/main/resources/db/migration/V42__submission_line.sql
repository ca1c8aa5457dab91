-- Documents that wait their turn: their issuer is held, or SUNAT is sick, or enough of them are on their way.
create table submission_line (
    task            text        not null primary key,
    place           bigint      not null generated always as identity,
    organization_id text        not null,
    branch_id       text        not null,
    invoice_id      text        not null,
    correlation     text        not null,
    attempt         int         not null,
    kind            text        not null,
    sent            boolean     not null,
    registered      boolean     not null,
    joined_at       timestamptz not null default now(),
    taken_until     timestamptz
);
create index submission_line_by_place on submission_line (organization_id, place);
alter table submission_line enable row level security;
create policy tenant on submission_line
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
