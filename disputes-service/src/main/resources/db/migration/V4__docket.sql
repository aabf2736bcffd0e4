-- The dockets. An entry keeps its place in the order of recording through all its versions: the instant at which it was first recorded.
create table docket_entry (
    like fact_version including all,
    kind       text not null,
    entered_on text not null,
    number     text,
    words      text not null,
    other_dates jsonb not null,
    due_on     text,
    security   jsonb,
    party      text,
    scope      text,
    lifts      text,
    modifies   text,
    outcome    text,
    grants     text[] not null,
    reason     text,
    review     text,
    search     tsvector generated always as (searchable(words || ' ' || searchable_list(grants))) stored,
    entered_at timestamptz not null,
    foreign key (subject) references recorded_dispute
);
call keep_facts_of('docket_entry');
create function keep_place_on_docket() returns trigger
    language plpgsql
    as $$
begin
    new.entered_at := coalesce(
        (select min(e.entered_at) from docket_entry e where e.subject = new.subject and e.fact_id = new.fact_id), new.recorded_from);
    return new;
end
$$;
create trigger entries_keep_their_place before insert on docket_entry for each row execute function keep_place_on_docket();
create index docket_entry_party on docket_entry (party, subject) where party is not null;
create index docket_entry_search on docket_entry using gin (search);

-- Which orders suspend performance, from when to when, on which days and as their sources state them, as the fold of the docket says: written with each
-- entry, in its transaction. A new entry that changes an order ends what was known of it and says it anew, so that any past moment of both clocks can be
-- asked. Where several entries are recorded at one instant, as from a file, what only the first of them made so was never known: its time of record is empty.
create table suspending_order (
    id            uuid primary key,
    dispute       text not null references recorded_dispute,
    entry         text not null,
    type          text not null,
    starts_on     date not null,
    starts_as     text not null,
    ends_on       date,
    ends_as       text,
    ended_by      text,
    recorded_from timestamptz not null default recorded_at(),
    recorded_to   timestamptz,
    check (starts_on < ends_on),
    check ((ends_on is null) = (ended_by is null)),
    check ((ends_on is null) = (ends_as is null)),
    check (recorded_from <= recorded_to),
    exclude using gist (fact_key(dispute, entry) with =, starts_on with =, tstzrange(recorded_from, recorded_to) with &&)
);
create trigger orders_are_kept before update or delete on suspending_order for each row execute function refuse_change_of_fact();
create trigger orders_are_not_truncated before truncate on suspending_order for each statement execute function refuse_change_of_fact();
grant select, insert (id, dispute, entry, type, starts_on, starts_as, ends_on, ends_as, ended_by), update (recorded_to) on suspending_order to ${serviceRole};

-- Which phase a dispute was in, from when to when, in the same way.
create table dispute_phase (
    id            uuid primary key,
    dispute       text not null references recorded_dispute,
    phase         text not null,
    begins        boolean not null,
    starts_on     date not null,
    ends_on       date,
    recorded_from timestamptz not null default recorded_at(),
    recorded_to   timestamptz,
    check (starts_on < ends_on),
    check (recorded_from <= recorded_to),
    exclude using gist (fact_key(dispute, '') with =, daterange(starts_on, ends_on) with &&, tstzrange(recorded_from, recorded_to) with &&)
);
create trigger phases_are_kept before update or delete on dispute_phase for each row execute function refuse_change_of_fact();
create trigger phases_are_not_truncated before truncate on dispute_phase for each statement execute function refuse_change_of_fact();
grant select, insert (id, dispute, phase, begins, starts_on, ends_on), update (recorded_to) on dispute_phase to ${serviceRole};
create index dispute_phase_dispute on dispute_phase (dispute, starts_on);
create index dispute_phase_phase on dispute_phase (phase, dispute);
create index dispute_phase_begins on dispute_phase (starts_on, dispute) where begins;

-- Whether a version is one that is asked about: it tells of the day, stood at the instant (null: stands now) and wasn't retracted.
create function is_asked_about(valid_from date, valid_to date, recorded_from timestamptz, recorded_to timestamptz, standing text, as_of date,
                               known_at timestamptz) returns boolean
    language sql immutable parallel safe
    return (valid_from is null or valid_from <= as_of) and (valid_to is null or valid_to > as_of) and standing <> 'RETRACTED'
        and recorded_from <= coalesce(known_at, 'infinity') and (recorded_to is null or recorded_to > known_at);

-- Which disputes have words in one text, in what they say themselves or in an entry of their dockets: all of them, from the indexes of words.
create function disputes_that_say(said tsquery, as_of date, known_at timestamptz) returns setof text
    language plpgsql stable
    as $$
begin
    return query
        select d.subject from dispute d where d.search @@ said
            and is_asked_about(d.valid_from, d.valid_to, d.recorded_from, d.recorded_to, d.standing, as_of, known_at)
        union
        select e.subject from docket_entry e where e.search @@ said
            and is_asked_about(e.valid_from, e.valid_to, e.recorded_from, e.recorded_to, e.standing, as_of, known_at);
end
$$;

-- Which have what a question wants in one text, and what it doesn't want in none. One that only says what it doesn't want asks for all others.
create function disputes_with_words(question text, as_of date, known_at timestamptz) returns text[]
    language plpgsql stable
    as $$
declare
    wanted tsquery := words_wanted(question);
    unwanted tsquery := words_unwanted(question);
begin
    return array(
        select disputes_that_say(wanted, as_of, known_at)
        union all
        select d.subject from dispute d where numnode(wanted) = 0 and numnode(unwanted) > 0
            and is_asked_about(d.valid_from, d.valid_to, d.recorded_from, d.recorded_to, d.standing, as_of, known_at)
        except
        select disputes_that_say(unwanted, as_of, known_at));
end
$$;

-- The same of one dispute, from its own rows: for words that so many have that looking for all of them takes longer than walking to the next.
create function dispute_says(in_dispute text, said tsquery, as_of date, known_at timestamptz) returns boolean
    language plpgsql stable
    as $$
begin
    return exists (
        select from dispute d where d.subject = in_dispute and d.search @@ said
            and is_asked_about(d.valid_from, d.valid_to, d.recorded_from, d.recorded_to, d.standing, as_of, known_at))
    or exists (
        select from docket_entry e where e.subject = in_dispute and e.search @@ said
            and is_asked_about(e.valid_from, e.valid_to, e.recorded_from, e.recorded_to, e.standing, as_of, known_at));
end
$$;
create function dispute_has_words(in_dispute text, question text, as_of date, known_at timestamptz) returns boolean
    language plpgsql stable cost 10000 set enable_bitmapscan = off
    as $$
declare
    wanted tsquery := words_wanted(question);
    unwanted tsquery := words_unwanted(question);
begin
    if numnode(unwanted) > 0 and dispute_says(in_dispute, unwanted, as_of, known_at) then
        return false;
    end if;
    return case when numnode(wanted) = 0 then numnode(unwanted) > 0 else dispute_says(in_dispute, wanted, as_of, known_at) end;
end
$$;

-- The same orders by the contract that the dispute was known to be about.
create view contract_order as
select o.id::text || '/' || d.version_id::text as id,
       d.contract, o.dispute, o.entry, o.type, o.starts_on, o.starts_as, o.ends_on, o.ends_as, o.ended_by,
       d.valid_from as dispute_from,
       greatest(o.recorded_from, d.recorded_from) as recorded_from,
       least(o.recorded_to, d.recorded_to) as recorded_to
from suspending_order o
join dispute d on d.subject = o.dispute and tstzrange(d.recorded_from, d.recorded_to) && tstzrange(o.recorded_from, o.recorded_to)
where d.contract is not null and d.standing <> 'RETRACTED';
grant select on contract_order to ${serviceRole};
