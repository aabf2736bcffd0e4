-- Stands for a fact in the constraint below, which would otherwise be an index that finds subjects too, and that the planner takes instead of the
-- one made for it, at several times the reads.
create function fact_key(subject text, fact_id text) returns uuid
    language sql immutable parallel safe
    return cast(md5(subject || '/' || fact_id) as uuid);

-- The shape of every kind of fact: one row for one version on two clocks, [valid_from, valid_to) in the world and [recorded_from, recorded_to)
-- in the record; a null bound is open. A kind's table is made LIKE this one, adds its own columns and calls keep_facts_of(). No rows live here.
create table fact_version (
    version_id        uuid primary key,
    subject           text not null,
    fact_id           text not null,
    revision          int not null check (revision > 0),
    valid_from        date,
    valid_to          date,
    valid_from_stated text,
    valid_to_stated   text,
    recorded_from     timestamptz not null default recorded_at(),
    recorded_to       timestamptz,
    standing          text not null check (standing in ('ASSERTED', 'CONTESTED', 'RETRACTED')),
    preferred         boolean not null,
    sources           jsonb not null check (jsonb_typeof(sources) = 'array' and jsonb_array_length(sources) > 0),
    retraction        jsonb,
    recorded_by       text not null,
    check (valid_from < valid_to),
    check (recorded_from < recorded_to),
    check ((retraction is not null) = (standing = 'RETRACTED')),
    exclude using gist (
        fact_key(subject, fact_id) with =,
        daterange(valid_from, valid_to) with &&,
        tstzrange(recorded_from, recorded_to) with &&)
);
create index on fact_version (subject, fact_id, recorded_from);

-- A version never changes but for the end of its record time, once, at the instant of the transaction that ends it. Columns that the database generates from
-- the others are made after this trigger, so they are not compared.
create function refuse_change_of_fact() returns trigger
    language plpgsql
    as $$
declare
    not_stated text[] := array(select attname from pg_attribute where attrelid = tg_relid and attgenerated <> '') || array['recorded_to'];
begin
    if tg_op <> 'UPDATE' then
        raise exception 'facts are never destroyed' using errcode = 'insufficient_privilege';
    end if;
    if old.recorded_to is not null or new.recorded_to is distinct from recorded_at()
        or to_jsonb(old) - not_stated <> to_jsonb(new) - not_stated then
        raise exception 'a fact''s version only ever ends' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

-- Gives the service's role what it needs on a table of facts and no more: it can't state record time, change a version or delete one.
create procedure keep_facts_of(kind regclass)
    language plpgsql
    as $$
declare
    columns text := (select string_agg(quote_ident(attname), ', ')
                     from pg_attribute
                     where attrelid = kind and attnum > 0 and not attisdropped
                       and attname not in ('recorded_from', 'recorded_to'));
begin
    execute format('create trigger facts_are_kept before update or delete on %s for each row execute function refuse_change_of_fact()', kind);
    execute format('create trigger facts_are_not_truncated before truncate on %s for each statement execute function refuse_change_of_fact()', kind);
    execute format('grant select, insert (%s), update (recorded_to) on %s to ${serviceRole}', columns, kind);
end
$$;
