-- Record time. recorded_at() is the one instant of record time of the transaction that calls it. It is taken after the transaction has its
-- number, so whoever takes a snapshot later than an instant T sees every transaction that can still record at T among those in progress; and
-- it never steps back behind what is already recorded, whatever the server's clock does.
create function recorded_at() returns timestamptz
    language plpgsql volatile
    as $$
declare
    taken text := current_setting('cumulo.recorded_at', true);
    instant timestamptz;
begin
    if taken is null or taken = '' then
        perform pg_current_xact_id();
        select greatest(clock_timestamp(), max(o.recorded_at) + interval '1 microsecond') into instant from outbox o;
        perform set_config('cumulo.recorded_at', instant::text, true);
        return instant;
    end if;
    return taken::timestamptz;
end
$$;
