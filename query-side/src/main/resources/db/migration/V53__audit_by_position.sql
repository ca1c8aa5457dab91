-- An entry is told apart by its position, which the timeline is read by anyway: one index less to keep.
alter table audit_entry drop constraint audit_entry_pkey;
drop index audit_entry_by_position;
alter table audit_entry add primary key (organization_id, position);
