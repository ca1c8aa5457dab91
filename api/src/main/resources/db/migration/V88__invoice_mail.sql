-- Documents on their way to buyers by e-mail. The address is sealed and gone once it has served.
create table invoice_mail (
    id              text        not null primary key,
    organization_id text        not null,
    branch_id       text        not null,
    invoice_id      text        not null,
    recipient       bytea,
    hint            text        not null,
    status          text        not null,
    attempts        int         not null default 0,
    next_at         timestamptz not null,
    error           text        not null default '',
    requested_by    text        not null,
    created_at      timestamptz not null,
    sent_at         timestamptz
);
create index invoice_mail_by_status on invoice_mail (organization_id, branch_id, status);
create index invoice_mail_by_invoice on invoice_mail (invoice_id, created_at);
create index invoice_mail_due on invoice_mail (next_at) where status = 'QUEUED';
alter table invoice_mail enable row level security;
create policy tenant on invoice_mail
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
