-- The event log. Rows are written once and never changed; the application's role may not update or delete them.
create sequence domain_event_position as bigint cache 1;

create table domain_event (
    global_index      bigint primary key default nextval('domain_event_position'),
    event_id          text   not null,
    aggregate_id      text   not null,
    sequence_number   bigint not null,
    aggregate_type    text,
    occurred_at       text   not null,
    payload_type      text   not null,
    payload_revision  text,
    payload           bytea  not null,
    metadata          bytea  not null,
    constraint domain_event_once unique (aggregate_id, sequence_number)
);
alter sequence domain_event_position owned by domain_event.global_index;
create index domain_event_by_time on domain_event (occurred_at);

create table snapshot_event (
    event_id          text   not null,
    aggregate_id      text   not null,
    sequence_number   bigint not null,
    aggregate_type    text   not null,
    occurred_at       text   not null,
    payload_type      text   not null,
    payload_revision  text,
    payload           bytea  not null,
    metadata          bytea  not null,
    primary key (aggregate_id, sequence_number)
);
create index domain_event_by_type on domain_event (payload_type);
