-- Every company that was ever recorded: what other tables refer to. A key is never given up.
create table company (
    id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 80)
);
grant select on company to ${serviceRole};

create table profile (
    like fact_version including all,
    kind        text not null,
    legal_name  text not null,
    names       jsonb not null,
    country     text,
    identifiers jsonb not null,
    sector      text,
    founded_on  text,
    website     text,
    check (subject = fact_id)
);
call keep_facts_of('profile');
create index profile_kind on profile (kind, subject) where recorded_to is null;
create index profile_country on profile (country, subject) where recorded_to is null;

create function register_company() returns trigger
    language plpgsql security definer set search_path = public
    as $$
begin
    insert into company (id) values (new.subject) on conflict do nothing;
    return new;
end
$$;
create trigger company_is_registered before insert on profile for each row execute function register_company();
