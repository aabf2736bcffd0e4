-- Answers to requests that carried an Idempotency-Key, stored in the transaction of their effect. Rows are dropped after their time, never
-- changed.
create table idempotent_request (
    principal   text not null,
    key         text not null,
    route       text not null,
    body_sha256 text not null,
    status      int not null,
    headers     jsonb not null,
    body        bytea not null,
    stored_at   timestamptz not null default now(),
    primary key (principal, key)
);
create index idempotent_request_stored_at on idempotent_request (stored_at);
grant select, insert, delete on idempotent_request to ${serviceRole};
