-- Set-based rules of the floor: written by the command that claims them, in its transaction.
create table floor_table_number (
    organization_id text not null,
    branch_id       text not null,
    number          int  not null,
    table_id        text not null,
    primary key (branch_id, number)
);
create index floor_table_number_by_organization on floor_table_number (organization_id, branch_id);
create index floor_table_number_by_table on floor_table_number (table_id);
alter table floor_table_number enable row level security;
create policy tenant on floor_table_number
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- Codes are never given back: a printed one must not lead to another table later.
create table floor_code (
    token           text not null primary key,
    organization_id text not null,
    branch_id       text not null,
    short_code      text not null,
    table_id        text not null,
    constraint floor_short_code_once unique (branch_id, short_code)
);
create index floor_code_by_organization on floor_code (organization_id, branch_id);
create index floor_code_by_table on floor_code (table_id);
alter table floor_code enable row level security;
create policy tenant on floor_code
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- What the floor's policies know: which orders a session has, and until when it may last.
create table floor_session_order (
    order_id        text not null primary key,
    organization_id text not null,
    branch_id       text not null,
    session_id      text not null,
    state           text not null
);
create index floor_session_order_by_state on floor_session_order (organization_id, branch_id, state);
create index floor_session_order_by_session on floor_session_order (session_id, state);
alter table floor_session_order enable row level security;
create policy tenant on floor_session_order
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

create table floor_session_due (
    session_id      text        not null primary key,
    organization_id text        not null,
    branch_id       text not null,
    due_at          timestamptz not null
);
create index floor_session_due_by_time on floor_session_due (due_at);
create index floor_session_due_by_organization on floor_session_due (organization_id, branch_id);
alter table floor_session_due enable row level security;
create policy tenant on floor_session_due
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
