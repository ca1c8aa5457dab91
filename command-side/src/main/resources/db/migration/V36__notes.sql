-- Notes are counted apart by what they change: a branch has one series for facturas (F) and one for boletas (B).
alter table invoice_series add column letter text not null default '';
update invoice_series set letter = left(series, 1);
alter table invoice_series alter column letter drop default;
alter table invoice_series drop constraint invoice_series_pkey;
alter table invoice_series add primary key (branch_id, till, type, letter);

-- What a note changes. Written in the transaction of the note itself.
create table invoice_note (
    note_id         text not null primary key,
    original_id     text not null,
    organization_id text not null,
    branch_id       text not null
);
create index invoice_note_by_original on invoice_note (original_id);
create index invoice_note_by_organization on invoice_note (organization_id, branch_id);
alter table invoice_note enable row level security;
create policy tenant on invoice_note
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
