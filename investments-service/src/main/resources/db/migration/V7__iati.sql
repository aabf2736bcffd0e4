-- Which transaction of the ledger records which transaction of an IATI activity: a publisher gives them no keys, so they are known by what they say. A
-- file tells an activity anew as a whole; what it doesn't tell any more is reversed.
create table iati_transaction (
    activity       text not null,
    fingerprint    text not null,
    transaction_id text not null references ledger_transaction,
    stands         boolean not null,
    primary key (activity, fingerprint)
);
grant select, insert, update (transaction_id, stands) on iati_transaction to ${serviceRole};
