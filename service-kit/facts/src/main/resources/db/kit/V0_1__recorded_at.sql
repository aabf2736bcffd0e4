-- Record time. recorded_at() is the one instant of record time of the transaction that calls it. It is taken after the transaction has its
-- number, so whoever takes a snapshot later than an instant T sees every transaction that can still record at T among those in progress; and
-- it never steps back behind what is already recorded, whatever the server's clock does. The transaction keeps it in a setting, which whoever is
-- connected can change: so what is found there counts only where it lies between the transaction's start and now. The outbox is asked again only where
-- the clock is behind it.
create function recorded_at() returns timestamptz
    language plpgsql volatile
    as $$
declare
    taken text := current_setting('cumulo.recorded_at', true);
    instant timestamptz;
    latest timestamptz := clock_timestamp();
begin
    if taken is null or taken = '' then
        perform pg_current_xact_id();
        select greatest(transaction_timestamp(), clock_timestamp(), max(o.recorded_at) + interval '1 microsecond') into instant from outbox o;
        perform set_config('cumulo.recorded_at', instant::text, true);
        return instant;
    end if;
    instant := taken::timestamptz;
    if instant > latest then
        select greatest(latest, max(o.recorded_at) + interval '1 microsecond') into latest from outbox o;
    end if;
    if instant < transaction_timestamp() or instant > latest then
        raise exception 'record time is taken from the clock, and never stated' using errcode = 'insufficient_privilege';
    end if;
    return instant;
end
$$;
