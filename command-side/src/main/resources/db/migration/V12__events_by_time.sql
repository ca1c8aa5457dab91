-- Times rise with positions: a summary of each range of pages finds them, and costs next to nothing to keep.
drop index domain_event_by_time;
create index domain_event_by_time on domain_event using brin (occurred_at) with (pages_per_range = 32);
