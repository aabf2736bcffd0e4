-- Every claim that was ever recorded. A key is never given up.
create table recorded_claim (
    id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 80)
);
grant select on recorded_claim to ${serviceRole};

create table claim (
    like fact_version including all,
    companies  text[] not null check (cardinality(companies) > 0),
    about      jsonb not null,
    as_printed text not null,
    language   text not null,
    reading    jsonb,
    check (subject = fact_id)
);
call keep_facts_of('claim');
create index claim_companies on claim using gin (companies);
create index claim_words on claim using gin (searchable(as_printed));

create function register_claim() returns trigger
    language plpgsql security definer set search_path = public
    as $$
begin
    insert into recorded_claim (id) values (new.subject) on conflict do nothing;
    return new;
end
$$;
create trigger claim_is_registered before insert on claim for each row execute function register_claim();

create table correction (
    like fact_version including all,
    corrected_value jsonb,
    text            text not null,
    explanation     text,
    certainty       text not null,
    published_on    text,
    foreign key (subject) references recorded_claim
);
call keep_facts_of('correction');
