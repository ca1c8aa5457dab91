-- Every table has a room of its own: what is shown already is shown in it too.
update live_thing set rooms = rooms || ' table:' || id where kind = 'TABLE';
update live_thing set rooms = rooms || ' table:' || (body::json ->> 'table') || ':staff' where kind = 'SESSION';
