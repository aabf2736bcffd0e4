-- The euro's reference rates: one fact for each day on which the European Central Bank published, with what one euro was worth in each currency.
create table day_rates (
    like fact_version including all,
    day   date not null,
    rates jsonb not null check (jsonb_typeof(rates) = 'object'),
    check (subject = fact_id and day = first_day(subject))
);
call keep_facts_of('day_rates');
create index day_rates_day on day_rates (day);
create index day_rates_currencies on day_rates using gin (rates);

-- How far back the last business day can lie: the longest run of days on which the ECB doesn't publish is Easter's four. What is older isn't the rate of
-- a day but of another time, such as that before a currency ended.
create function longest_reach() returns int language sql immutable return 7;

-- What one euro was worth in a currency on the last day on or before the given one on which there was a rate; no row when there is none in reach.
create function reference_rate(in_currency text, on_day date, known_at timestamptz) returns table (rate numeric, day date)
    language sql stable
    as $$
    select cast(1 as numeric), on_day where in_currency = 'EUR'
    union all
    (select cast(rates ->> in_currency as numeric), known.day from day_rates known
     where in_currency <> 'EUR' and known.day between on_day - longest_reach() and on_day and rates ? in_currency
       and recorded_from <= known_at and (recorded_to is null or recorded_to > known_at) and standing <> 'RETRACTED'
     order by known.day desc limit 1)
$$;

-- The first and the last day with a rate of a currency; both null when there is none.
create function reference_rate_span(in_currency text, known_at timestamptz) returns table (first date, last date)
    language sql stable
    as $$
    select min(day), max(day) from day_rates
    where rates ? in_currency and recorded_from <= known_at and (recorded_to is null or recorded_to > known_at) and standing <> 'RETRACTED'
$$;
