-- The journal. A transaction and its postings are written once, in one database transaction, and stay as they are.
create table ledger_transaction (
    id           text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 80),
    kind         text not null check (kind in ('PLEDGE', 'REVISION', 'ALLOCATION', 'DISBURSEMENT', 'CANCELLATION', 'REVERSAL', 'SECURITY',
                                               'REPORTED_SPENDING')),
    stated_on    text not null,
    effective_on date not null,
    recorded_at  timestamptz not null default recorded_at(),
    description  text,
    metadata     jsonb not null check (jsonb_typeof(metadata) = 'object'),
    commitment   text,
    reverses     text unique references ledger_transaction,
    replaces     text unique references ledger_transaction,
    sources      jsonb not null check (jsonb_typeof(sources) = 'array' and jsonb_array_length(sources) > 0),
    recorded_by  text not null,
    unique (id, effective_on, recorded_at),
    check ((reverses is not null) = (kind = 'REVERSAL')),
    check (reverses is null or replaces is null)
);
create index ledger_transaction_commitment on ledger_transaction (commitment, recorded_at, id);
create index ledger_transaction_kind on ledger_transaction (kind, recorded_at, id);
create index ledger_transaction_effective on ledger_transaction (effective_on, recorded_at, id);
create index ledger_transaction_recorded on ledger_transaction (recorded_at, id);

-- An amount moves from one account to another, so every transaction balances, in each currency, whatever is inserted. The effective day and the
-- instant of record stand here too, held equal by the foreign key, so that an account is read from one index. Nobody can state the instant, so
-- nothing can be added to a transaction later on.
create table ledger_posting (
    transaction_id text not null,
    number         int not null check (number > 0),
    effective_on   date not null,
    recorded_at    timestamptz not null default recorded_at(),
    source         text collate "C" not null,
    destination    text collate "C" not null,
    amount         numeric(40, 4) not null check (amount > 0),
    currency       text not null check (currency ~ '^[A-Z]{3}$'),
    primary key (transaction_id, number),
    foreign key (transaction_id, effective_on, recorded_at) references ledger_transaction (id, effective_on, recorded_at),
    check (source <> destination)
);
create index ledger_posting_source on ledger_posting (source, recorded_at) include (effective_on, amount, currency);
create index ledger_posting_destination on ledger_posting (destination, recorded_at) include (effective_on, amount, currency);

-- Every account that was ever posted to, in the order of paths byte by byte: all below a/b lie between 'a/b/' and 'a/b0'. An account is known from its
-- first posting on; writers at an account follow each other in the order of record time, so whoever opens it is the first. The world always was.
create table ledger_account (
    path          text collate "C" check (path ~ '^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$' and length(path) <= 400),
    recorded_from timestamptz not null,
    primary key (path) include (recorded_from)
);
insert into ledger_account (path, recorded_from) values ('world', '-infinity');

create function open_accounts() returns trigger
    language plpgsql security definer set search_path = public
    as $$
begin
    insert into ledger_account (path, recorded_from)
    select path, min(recorded_at)
    from (select source as path, recorded_at from added union all select destination, recorded_at from added) posted
    where not exists (select 1 from ledger_account known where known.path = posted.path)
    group by path order by path
    on conflict do nothing;
    return null;
end
$$;
create trigger accounts_are_opened after insert on ledger_posting
    referencing new table as added for each statement execute function open_accounts();

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

-- What a posting does to each of its two accounts.
create view ledger_entry as
    select destination as account, amount, currency, effective_on, recorded_at from ledger_posting
    union all
    select source, -amount, currency, effective_on, recorded_at from ledger_posting;

-- The same for whoever reads all accounts by when they were posted to: found by the transactions. An account's postings have no index by instant
-- alone, which would be taken for the account's own while the planner knows little of either.
create view recorded_entry as
    select posting.destination as account, posting.amount, posting.currency, posting.effective_on, posted.recorded_at
    from ledger_transaction posted join ledger_posting posting on posting.transaction_id = posted.id
    union all
    select posting.source, -posting.amount, posting.currency, posting.effective_on, posted.recorded_at
    from ledger_transaction posted join ledger_posting posting on posting.transaction_id = posted.id;

-- Lets one writer at a time at accounts, known by their heads (the first two segments of their paths, joined by spaces), until the transaction
-- ends; in one order, so that no two writers wait for each other. A writer takes record time after that: in what was known at any instant, an
-- account's entries then follow each other as they were checked.
create function lock_ledger(heads text) returns void
    language plpgsql
    as $$
declare
    held   text[] := string_to_array(coalesce(current_setting('cumulo.ledger_heads', true), ''), ' ');
    wanted text[] := array(select distinct head from unnest(string_to_array(heads, ' ')) head where head <> all (held));
begin
    if cardinality(wanted) = 0 then
        return;
    end if;
    if coalesce(current_setting('cumulo.recorded_at', true), '') <> '' then
        raise exception 'accounts are locked before record time is taken';
    end if;
    perform pg_advisory_xact_lock(key)
    from (select distinct hashtextextended(head, 2) as key from unnest(wanted) head order by key) ordered;
    perform set_config('cumulo.ledger_heads', array_to_string(held || wanted, ' '), true);
end
$$;

-- The service's role adds and reads; it can't state when something was recorded.
grant select, insert (id, kind, stated_on, effective_on, description, metadata, commitment, reverses, replaces, sources, recorded_by)
    on ledger_transaction to ${serviceRole};
grant select, insert (transaction_id, number, effective_on, source, destination, amount, currency) on ledger_posting to ${serviceRole};
grant select on ledger_account, ledger_entry, recorded_entry to ${serviceRole};
