-- The journal. A transaction and its postings are written once, in one database transaction, and stay as they are.
create table ledger_transaction (
    id           text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 80),
    kind         text not null check (kind in ('PLEDGE', 'REVISION', 'ALLOCATION', 'DISBURSEMENT', 'CANCELLATION', 'REVERSAL', 'SECURITY',
                                               'REPORTED_SPENDING')),
    stated_on    text not null,
    effective_on date not null,
    recorded_at  timestamptz not null default recorded_at(),
    description  text,
    commitment   text,
    reverses     text unique references ledger_transaction,
    replaces     text references ledger_transaction,
    sources      jsonb not null check (jsonb_typeof(sources) = 'array' and jsonb_array_length(sources) > 0),
    recorded_by  text not null,
    unique (id, effective_on),
    check ((reverses is not null) = (kind = 'REVERSAL'))
);
create index ledger_transaction_commitment on ledger_transaction (commitment, id);

-- An amount moves from one account to another, so every transaction balances, in each currency, whatever is inserted. The effective day stands
-- here too, held equal by the foreign key, so that an account's balance is read from one index.
create table ledger_posting (
    transaction_id text not null,
    number         int not null check (number > 0),
    effective_on   date not null,
    recorded_at    timestamptz not null default recorded_at(),
    source         text not null check (source ~ '^[a-z0-9-]+(/[a-z0-9-]+)*$'),
    destination    text not null check (destination ~ '^[a-z0-9-]+(/[a-z0-9-]+)*$'),
    amount         numeric(40, 4) not null check (amount > 0),
    currency       text not null check (currency ~ '^[A-Z]{3}$'),
    primary key (transaction_id, number),
    foreign key (transaction_id, effective_on) references ledger_transaction (id, effective_on),
    check (source <> destination)
);
create index ledger_posting_source on ledger_posting (source, effective_on) include (recorded_at, amount, currency);
create index ledger_posting_destination on ledger_posting (destination, effective_on) include (recorded_at, amount, currency);

create function refuse_change_of_journal() returns trigger
    language plpgsql
    as $$
begin
    raise exception 'the journal is only ever added to' using errcode = 'insufficient_privilege';
end
$$;
create trigger transactions_are_kept before update or delete or truncate on ledger_transaction
    for each statement execute function refuse_change_of_journal();
create trigger postings_are_kept before update or delete or truncate on ledger_posting
    for each statement execute function refuse_change_of_journal();

-- The service's role adds and reads; it can't state when something was recorded.
grant select, insert (id, kind, stated_on, effective_on, description, commitment, reverses, replaces, sources, recorded_by)
    on ledger_transaction to ${serviceRole};
grant select, insert (transaction_id, number, effective_on, source, destination, amount, currency) on ledger_posting to ${serviceRole};
