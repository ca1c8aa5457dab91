-- The registry of the local stand-in for SUNAT. It plays an outside party: no organization owns a row, and no buyer is kept.
create table standin_document (
    ruc         text        not null,
    type        text        not null,
    series      text        not null,
    number      int         not null,
    accepted    boolean     not null,
    code        text        not null,
    description text        not null,
    total       text        not null,
    sha256      text        not null,
    received_at timestamptz not null,
    cdr         bytea       not null,
    primary key (ruc, type, series, number)
);
create index standin_document_by_age on standin_document (received_at);

-- Faults that are armed. Empty texts and number 0 match anything; remaining counts down to nothing.
create table standin_fault (
    id        bigint generated always as identity primary key,
    ruc       text not null,
    series    text not null,
    number    int  not null,
    mode      text not null,
    code      text not null,
    remaining int  not null
);
