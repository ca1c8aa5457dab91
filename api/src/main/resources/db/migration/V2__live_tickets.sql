-- One-use tickets for sockets; they live for 30 seconds.
create table live_ticket (
    digest          text        not null primary key,
    organization_id text        not null,
    body            text        not null,
    expires_at      timestamptz not null
);
create index live_ticket_by_expiry on live_ticket (expires_at);
alter table live_ticket enable row level security;
create policy tenant on live_ticket
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
