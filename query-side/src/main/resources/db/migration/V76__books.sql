-- What accountants keep, three sides of every sale: orders, payments, documents. Ids of events lead back to the log.
create table book_order (
    order_id        text           not null primary key,
    organization_id text           not null,
    branch_id       text           not null,
    number          int            not null,
    business_day    date           not null,
    status          text           not null,
    total           numeric(12, 2) not null,
    events          text[]         not null
);
create index book_order_by_day on book_order (organization_id, branch_id, business_day, status);
create index book_order_by_status on book_order (organization_id, branch_id, status, business_day);
alter table book_order enable row level security;
create policy tenant on book_order
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

create table book_payment (
    payment_id      text           not null primary key,
    organization_id text           not null,
    branch_id       text           not null,
    order_id        text           not null,
    method          text           not null,
    amount          numeric(12, 2) not null,
    rounding        numeric(12, 2) not null,
    tip             numeric(12, 2) not null,
    at              timestamptz    not null,
    day             date           not null,
    voided          boolean        not null,
    events          text[]         not null
);
create index book_payment_by_order on book_payment (order_id);
create index book_payment_by_day on book_payment (organization_id, branch_id, day);
alter table book_payment enable row level security;
create policy tenant on book_payment
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- Buyers stay sealed: see person_key.
create table book_document (
    invoice_id       text           not null primary key,
    organization_id  text           not null,
    branch_id        text           not null,
    order_id         text           not null,
    ruc              text           not null,
    legal_name       text           not null,
    type             text           not null,
    series           text           not null,
    number           int            not null,
    issued_at        timestamptz    not null,
    issue_date       date           not null,
    due_date         date,
    currency         text           not null,
    rate             numeric(6, 5)  not null,
    buyer_type       text           not null,
    buyer            text           not null,
    taxed            numeric(12, 2) not null,
    exonerated       numeric(12, 2) not null,
    not_subject      numeric(12, 2) not null,
    free             numeric(12, 2) not null,
    igv              numeric(12, 2) not null,
    icbper           numeric(12, 2) not null,
    allowances       numeric(12, 2) not null,
    charges          numeric(12, 2) not null,
    rounding         numeric(12, 2) not null,
    payable          numeric(12, 2) not null,
    corrected_type   text,
    corrected_series text,
    corrected_number int,
    correction       text           not null,
    replaces         text,
    status           text           not null,
    events           text[]         not null,
    constraint book_document_number unique (organization_id, type, series, number)
);
create index book_document_by_day on book_document (organization_id, branch_id, issue_date, status);
create index book_document_by_status on book_document (organization_id, branch_id, status, issue_date);
create index book_document_by_time on book_document (issued_at);
create index book_document_by_order on book_document (order_id);
create index book_document_by_replaced on book_document (replaces);
create index book_document_on_paper on book_document (ruc, type, series, number);
alter table book_document enable row level security;
create policy tenant on book_document
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- How far each run of numbers has got: a number without a document shows.
create table book_series (
    series_id       text not null primary key,
    organization_id text not null,
    type            text not null,
    series          text not null,
    first           int  not null,
    last            int  not null
);
create index book_series_by_organization on book_series (organization_id, type, series);
alter table book_series enable row level security;
create policy tenant on book_series
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
