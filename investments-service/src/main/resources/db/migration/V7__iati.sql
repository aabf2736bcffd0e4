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

-- The commitments that an activity's files told of, the revision at which the newest file left each, and whether it tells of it. One that isn't told any
-- more is retracted, unless an editor has said something of it since.
create table iati_commitment (
    activity   text not null,
    commitment text not null references recorded_commitment,
    revision   int not null,
    told       boolean not null,
    primary key (activity, commitment)
);
grant select, insert, update (revision, told) on iati_commitment to ${serviceRole};
