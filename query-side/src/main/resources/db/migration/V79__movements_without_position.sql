-- The order in which they arrived tells movements apart, and is what pages are read by (V78). Nothing reads the position any more.
alter table stock_movement drop column position;
