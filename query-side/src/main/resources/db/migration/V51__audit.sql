-- Every event, filed under who, where, when and why.
create table audit_entry (
    position        bigint      not null,
    event_id        text        not null primary key,
    organization_id text        not null,
    branch_id       text,
    at              timestamptz not null,
    type            text        not null,
    aggregate_id    text        not null,
    version         bigint      not null,
    actor           text        not null,
    role            text        not null,
    device          text        not null,
    address         text        not null,
    reason          text,
    cause           text        not null,
    correlation     text        not null,
    payload         text        not null
);
create index audit_entry_by_position on audit_entry (organization_id, position);
create index audit_entry_by_aggregate on audit_entry (aggregate_id, position);
create index audit_entry_by_actor on audit_entry (organization_id, actor, position);
create index audit_entry_by_correlation on audit_entry (correlation);
create index audit_entry_by_time on audit_entry (organization_id, at);
alter table audit_entry enable row level security;
create policy tenant on audit_entry
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
