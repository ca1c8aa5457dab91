-- Daily summaries and notices of voiding, one row each. They are the whole organization's.
create table summary_view (
    id              text        not null primary key,
    organization_id text        not null,
    kind            text        not null,
    number          text        not null,
    reference_date  date        not null,
    phase           text        not null,
    documents       int         not null,
    attempts        int         not null,
    ticket          text        not null,
    ticket_at       timestamptz,
    code            text        not null,
    text            text        not null,
    issued_at       timestamptz not null,
    version         bigint      not null
);
create index summary_view_by_time on summary_view (organization_id, issued_at desc, id desc);
create index summary_view_by_phase on summary_view (organization_id, phase);
alter table summary_view enable row level security;
create policy tenant on summary_view
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
