-- Notes are counted apart by what they change: a branch has one series for facturas (F) and one for boletas (B).
alter table invoice_series add column letter text not null default '';
update invoice_series set letter = left(series, 1);
alter table invoice_series alter column letter drop default;
alter table invoice_series drop constraint invoice_series_pkey;
alter table invoice_series add primary key (branch_id, till, type, letter);
