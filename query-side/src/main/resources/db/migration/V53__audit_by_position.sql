-- The primary key is what the timeline is read by: one index less to keep. Several entries may have one position: an
-- event that was committed after events behind it comes to its readers with theirs.
alter table audit_entry drop constraint audit_entry_pkey;
drop index audit_entry_by_position;
alter table audit_entry add primary key (organization_id, position, event_id);
