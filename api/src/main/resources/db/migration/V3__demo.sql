-- Whether the demo restaurant has been loaded in full; a load that was interrupted is taken up again.
create table demo_load (
    name      text        not null primary key,
    loaded_at timestamptz not null default now()
);
