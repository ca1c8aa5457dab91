-- The first answer under each idempotency key.
create table idempotency_key (
    organization_id text        not null,
    actor           text        not null,
    key             text        not null,
    body_digest     text        not null,
    target          text        not null,
    version         bigint      not null,
    created_at      timestamptz not null default now(),
    primary key (organization_id, actor, key)
);
create index idempotency_key_by_age on idempotency_key (created_at);
alter table idempotency_key enable row level security;
create policy tenant on idempotency_key
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- What decisions need from other aggregates.
create table lookup (
    kind            text  not null,
    id              text  not null,
    organization_id text  not null,
    branch_id       text,
    body            jsonb not null,
    primary key (kind, id)
);
create index lookup_by_branch on lookup (kind, branch_id);
create index lookup_by_organization on lookup (kind, organization_id);
alter table lookup enable row level security;
create policy tenant on lookup
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

create table order_number (
    branch_id    text not null,
    business_day date not null,
    last         int  not null,
    primary key (branch_id, business_day)
);
