-- Dead letters are shown page by page in the order in which they began to wait, to their tenant alone. The tenant stands
-- in the metadata of the event; a database is made in UTF-8 once and for all, so reading it gives the same for ever.
create function letter_organization(meta_data bytea) returns text
    language sql immutable parallel safe
    return convert_from(meta_data, 'UTF8')::jsonb ->> 'organization';

create index dead_letter_by_place
    on dead_letter_entry (enqueued_at, ((event_identifier || processing_group) collate "C"));
create index dead_letter_by_tenant_and_place
    on dead_letter_entry (letter_organization(meta_data), enqueued_at, ((event_identifier || processing_group) collate "C"));
