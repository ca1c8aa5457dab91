-- Rows of these come in order of time, so a summary of ranges of pages finds a span as well as an index of every row did,
-- and is next to nothing to keep. The movements' index was read by no query.
drop index audit_entry_by_time;
create index audit_entry_by_time on audit_entry using brin (at) with (pages_per_range = 32);
drop index stock_movement_by_time;
create index stock_movement_by_time on stock_movement using brin (at) with (pages_per_range = 32);

-- An order is rewritten at each of its moves. Pressing two thousand bytes together each time takes longer than writing
-- them.
alter table order_view set (toast_tuple_target = 8160);
alter table feed_message set (toast_tuple_target = 8160);
