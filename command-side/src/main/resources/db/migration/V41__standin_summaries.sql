-- What voids need: until when they are possible, and that they happened.
alter table standin_document add column issued_on date not null default current_date;
alter table standin_document add column voided boolean not null default false;

-- Files about documents, each with its answer. No organization owns a row: the stand-in plays an outside party.
create table standin_ticket (
    ticket      text        not null primary key,
    ruc         text        not null,
    name        text        not null,
    status      text        not null,
    polls       int         not null,
    received_at timestamptz not null,
    cdr         bytea       not null,
    constraint standin_ticket_once unique (ruc, name)
);
