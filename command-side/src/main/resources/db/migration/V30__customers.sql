-- What is personal about customers, sealed under a key of each person.
create table customer_profile (
    customer_id     text not null primary key,
    organization_id text not null,
    profile         text not null,
    phone_digest    text,
    email_digest    text,
    constraint customer_phone_once unique (organization_id, phone_digest),
    constraint customer_email_once unique (organization_id, email_digest)
);
alter table customer_profile enable row level security;
create policy tenant on customer_profile
    using (current_setting('comanda.organization', true) in (organization_id, '*'));

-- The key of each organization's digests, sealed.
create table customer_digest_key (
    organization_id text  not null primary key,
    key             bytea not null
);
alter table customer_digest_key enable row level security;
create policy tenant on customer_digest_key
    using (current_setting('comanda.organization', true) in (organization_id, '*'));
