-- One event may tell of several rounds that took of an item, and several events may come with one position: those that
-- were committed after events behind them. So a movement is told apart, and read, by the order in which it arrived.
alter table stock_movement add column arrival bigint generated always as identity;
alter table stock_movement drop constraint stock_movement_pkey;
alter table stock_movement add primary key (item_id, arrival);
