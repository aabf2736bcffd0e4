-- Every contract that was ever recorded: what other tables refer to. A key is never given up.
create table recorded_contract (
    id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 80)
);
grant select on recorded_contract to ${serviceRole};

-- Enters the subject of a new row into the table that the trigger names.
create function register_subject() returns trigger
    language plpgsql security definer set search_path = public
    as $$
begin
    execute format('insert into %I (id) values ($1) on conflict do nothing', tg_argv[0]) using new.subject;
    return new;
end
$$;

-- The texts of a list, to be searched as one.
create function searchable_list(words text[]) returns text
    language sql immutable parallel safe
    return coalesce(array_to_string(words, ' '), '');

-- The words that each of a list's items says by one of its members.
create function searchable_member(items jsonb, member text) returns text
    language sql immutable parallel safe
    return coalesce((select string_agg(item ->> member, ' ') from jsonb_array_elements(items) item), '');

create table contract (
    like fact_version including all,
    title              text not null,
    description        text,
    buyer              text,
    reference_numbers  jsonb not null,
    procurement_method text,
    stage              text not null,
    awarded_on         text,
    suppliers          text[] not null,
    agreed_value       jsonb not null,
    agreed_term        jsonb,
    options            jsonb not null,
    items              jsonb not null,
    lots               jsonb not null,
    parties            jsonb not null,
    ceiling_amount     numeric,
    ceiling_currency   text,
    succeeds           text references recorded_contract,
    search             tsvector generated always as (searchable(
        title || ' ' || searchable_member(reference_numbers, 'value') || ' ' || coalesce(description, ''))) stored,
    check (subject = fact_id),
    check (succeeds <> subject)
);
call keep_facts_of('contract');
create index contract_buyer on contract (buyer, subject);
create index contract_suppliers on contract using gin (suppliers);
create index contract_stage on contract (stage, subject);
create index contract_ceiling on contract (ceiling_currency, ceiling_amount) where ceiling_currency is not null;
create index contract_search on contract using gin (search);
create index contract_references on contract using gin (reference_numbers jsonb_path_ops);

-- Which versions of contracts have words, from the index of words; and whether one has.
create function contracts_with_words(question text) returns uuid[]
    language plpgsql stable
    as $$
declare
    wanted tsquery := words_of(question);
begin
    return array(select version_id from contract where search @@ wanted);
end
$$;
create function contract_has_words(in_version uuid, question text) returns boolean
    language plpgsql stable cost 1000
    as $$
begin
    return (select search @@ words_of(question) from contract where version_id = in_version);
end
$$;
create trigger contract_is_registered before insert on contract
    for each row execute function register_subject('recorded_contract');
