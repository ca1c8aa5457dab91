-- A note that moves instalments (13) changes a factura on credit only (3260). What was kept before this is taken as paid at once.
alter table standin_document add column on_credit boolean not null default false;
