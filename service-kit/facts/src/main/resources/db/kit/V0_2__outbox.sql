-- What happened, written in the transaction in which it happened. A plain number would skip events that commit late: a reader is served only
-- rows whose transaction is older than every transaction still open, in the order (xid, number).
create table outbox (
    xid         xid8 not null default pg_current_xact_id(),
    number      bigint generated always as identity,
    id          uuid not null unique,
    recorded_at timestamptz not null default recorded_at(),
    type        text not null,
    subject     text not null,
    data        jsonb not null,
    primary key (xid, number)
);
create index outbox_recorded_at on outbox (recorded_at);
grant select, insert (id, type, subject, data) on outbox to ${serviceRole};
