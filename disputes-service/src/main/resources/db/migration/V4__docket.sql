-- The dockets: facts of which each has one version for ever. Nobody may end one: the role may not update, and the check stands for the owner too.
create table docket_entry (
    like fact_version including all,
    kind       text not null,
    entered_on text not null,
    number     text,
    words      text not null,
    security   jsonb,
    party      text,
    scope      text,
    lifts      text,
    outcome    text,
    reason     text,
    unique (subject, fact_id),
    check (recorded_to is null),
    foreign key (subject) references recorded_dispute
);
call keep_facts_of('docket_entry');
revoke update on docket_entry from ${serviceRole};
create index docket_entry_party on docket_entry (party, subject) where party is not null;

-- Which orders suspend performance, from when to when, as the fold of the docket says: written with each entry, in its transaction. A new entry
-- that changes an order ends what was known of it and says it anew, so that any past moment of both clocks can be asked.
create table suspending_order (
    id            uuid primary key,
    dispute       text not null references recorded_dispute,
    entry         text not null,
    type          text not null,
    starts_on     date not null,
    ends_on       date,
    ended_by      text,
    recorded_from timestamptz not null default recorded_at(),
    recorded_to   timestamptz,
    check (starts_on < ends_on),
    check ((ends_on is null) = (ended_by is null)),
    check (recorded_from < recorded_to),
    foreign key (dispute, entry) references docket_entry (subject, fact_id),
    exclude using gist (dispute with =, entry with =, tstzrange(recorded_from, recorded_to) with &&)
);
create trigger orders_are_kept before update or delete on suspending_order for each row execute function refuse_change_of_fact();
create trigger orders_are_not_truncated before truncate on suspending_order for each statement execute function refuse_change_of_fact();
grant select, insert (id, dispute, entry, type, starts_on, ends_on, ended_by), update (recorded_to) on suspending_order to ${serviceRole};

-- The same orders by the contract that the dispute was known to be about.
create view contract_order as
select o.id::text || '/' || d.version_id::text as id,
       d.contract, o.dispute, o.entry, o.type, o.starts_on, o.ends_on, o.ended_by,
       d.valid_from as dispute_from,
       greatest(o.recorded_from, d.recorded_from) as recorded_from,
       least(o.recorded_to, d.recorded_to) as recorded_to
from suspending_order o
join dispute d on d.subject = o.dispute and tstzrange(d.recorded_from, d.recorded_to) && tstzrange(o.recorded_from, o.recorded_to)
where d.contract is not null and d.standing <> 'RETRACTED';
grant select on contract_order to ${serviceRole};
