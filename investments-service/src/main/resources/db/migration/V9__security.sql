-- What the disputes service told of the moves of securities, as last told, and what stands in the ledger for each. Follows the dockets: the journal
-- keeps what was booked when.
create table security_move (
    dispute        text not null,
    entry          text not null,
    told_at        timestamptz not null,
    told           jsonb not null,
    retracted      boolean not null,
    booked         jsonb,
    transaction_id text references ledger_transaction,
    unbooked       text,
    primary key (dispute, entry),
    check (booked is null or transaction_id is not null)
);
grant select, insert, update (told_at, told, retracted, booked, transaction_id, unbooked) on security_move to ${serviceRole};
