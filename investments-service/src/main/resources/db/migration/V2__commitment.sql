-- Every commitment that was ever recorded. A key is never given up.
create table recorded_commitment (
    id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 80)
);
grant select on recorded_commitment to ${serviceRole};

create table commitment (
    like fact_version including all,
    company      text not null,
    title        text not null,
    announced_on text not null,
    qualifier    text not null,
    amount       jsonb check (cast(amount ->> 'amount' as numeric) > 0 and amount ->> 'currency' ~ '^[A-Z]{3}$'),
    period       jsonb,
    purpose      text,
    categories   text[] not null,
    split        jsonb,
    supersedes   text references recorded_commitment,
    check (subject = fact_id),
    check (supersedes <> subject)
);
call keep_facts_of('commitment');

-- The first and the last day that a date as precise as its source can mean.
create function first_day(stated text) returns date
    language sql immutable strict
    return make_date(cast(left(stated, 4) as int), cast(coalesce(nullif(substr(stated, 6, 2), ''), '1') as int),
                     cast(coalesce(nullif(substr(stated, 9, 2), ''), '1') as int));
create function last_day(stated text) returns date
    language sql immutable strict
    return case length(stated)
               when 4 then make_date(cast(stated as int), 12, 31)
               when 7 then cast(first_day(stated) + interval '1 month' as date) - 1
               else first_day(stated)
           end;
create function commitment_period(period jsonb) returns daterange
    language sql immutable strict
    return daterange(first_day(period ->> 'from'), last_day(period ->> 'to'), '[]');

create index commitment_period on commitment using gist (commitment_period(period));
create index commitment_contested on commitment (subject) where standing = 'CONTESTED';
create index commitment_supersedes on commitment (supersedes) where supersedes is not null;
create index commitment_company on commitment (company, subject);
create index commitment_currency on commitment ((amount ->> 'currency'), subject) where recorded_to is null;
create index commitment_categories on commitment using gin (categories);

create function words_match(words tsvector, query text) returns boolean
    language sql immutable parallel safe
    return words @@ words_of(query);
create function commitment_words(title text, purpose text) returns tsvector
    language sql immutable parallel safe
    return searchable(title || ' ' || coalesce(purpose, ''));
create index commitment_words on commitment using gin (commitment_words(title, purpose));

create function register_commitment() returns trigger
    language plpgsql security definer set search_path = public
    as $$
begin
    insert into recorded_commitment (id) values (new.subject) on conflict do nothing;
    return new;
end
$$;
create trigger commitment_is_registered before insert on commitment for each row execute function register_commitment();

alter table ledger_transaction add foreign key (commitment) references recorded_commitment;
