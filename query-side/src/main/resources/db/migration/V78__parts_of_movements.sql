-- One event may tell of several rounds that took of an item.
alter table stock_movement add column part integer not null default 0;
alter table stock_movement drop constraint stock_movement_pkey;
alter table stock_movement add primary key (item_id, position, part);
