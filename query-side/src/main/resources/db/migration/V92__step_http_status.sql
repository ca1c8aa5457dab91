-- What HTTP said to an attempt; 0 where nothing did.
alter table invoice_step add column http_status int not null default 0;
