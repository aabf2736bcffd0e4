-- Sums over the journal that keep balances flat however long an account's history is. Everything here is derived: it can be dropped
-- (drop_ledger_cells) and is made again by folding. What isn't folded yet is read from the journal, so an answer never waits for it.
--
-- A book is an account with a long history (its path), or everything below a root (its path and '/'). A cell is what a book's entries of one
-- day, month or year of valid time add up to, as of one fold; it stands until a later fold replaces it. What was known at an instant is read from
-- the cells that the last fold before it left, and the few entries recorded between the two.

-- Up to which instants of record time a book's entries are in its cells. The book '' stands for the journal as a whole and so for every root.
create table ledger_fold (
    book    text collate "C",
    through timestamptz,
    primary key (book, through)
);

create table ledger_cell (
    book     text collate "C",
    grain    text check (grain in ('day', 'month', 'year')),
    period   date,
    currency text,
    through  timestamptz,
    replaced timestamptz,
    total    numeric not null,
    -- The lowest that the running total of the cell's days comes to, counted from zero at its beginning.
    lowest   numeric not null,
    primary key (book, grain, period, currency, through)
);
create index ledger_cell_standing on ledger_cell (book, grain, period, currency) include (total, lowest) where replaced is null;

-- How many entries of an account wait to be folded.
create table ledger_backlog (
    account text collate "C" primary key,
    entries int not null
);

create function month_of(day date) returns date language sql immutable return cast(date_trunc('month', cast(day as timestamp)) as date);
create function year_of(day date) returns date language sql immutable return cast(date_trunc('year', cast(day as timestamp)) as date);

-- What a book's cells add up to on a day, as the fold left them.
create function ledger_cells(in_book text, as_of date, fold timestamptz) returns table (currency text, total numeric)
    language sql stable
    as $$
    select node.currency, sum(cell.total)
    from (
        select book, grain, period, currency from ledger_cell
        where book = in_book and grain = 'year' and period < year_of(as_of) and replaced is null
        union all
        select book, grain, period, currency from ledger_cell
        where book = in_book and grain = 'month' and period >= year_of(as_of) and period < month_of(as_of) and replaced is null
        union all
        select book, grain, period, currency from ledger_cell
        where book = in_book and grain = 'day' and period >= month_of(as_of) and period <= as_of and replaced is null
    ) node
    cross join lateral (
        select past.total from ledger_cell past
        where past.book = node.book and past.grain = node.grain and past.period = node.period and past.currency = node.currency
          and past.through <= fold
        order by past.through desc limit 1
    ) cell
    group by node.currency
$$;

create function last_fold(in_book text, known_at timestamptz) returns timestamptz
    language sql stable
    return coalesce(
        (select through from ledger_fold where book = in_book and through <= known_at order by through desc limit 1), '-infinity');

-- What stands on one account at a moment, in each currency that was ever posted there up to then.
create function ledger_balance(in_account text, as_of date, known_at timestamptz) returns table (currency text, balance numeric)
    language sql stable
    as $$
    with fold as materialized (select last_fold(in_account, known_at) as through)
    select piece.currency, sum(piece.amount)
    from (
        select cells.currency, cells.total as amount from fold, ledger_cells(in_account, as_of, fold.through) cells
        union all
        select entry.currency, entry.amount from ledger_entry entry
        where entry.account = in_account and entry.recorded_at > (select through from fold) and entry.recorded_at <= known_at
          and entry.effective_on <= as_of
    ) piece
    group by piece.currency
$$;

-- The same for a root: an account of one segment and all below it.
create function ledger_root_balance(root text, as_of date, known_at timestamptz) returns table (currency text, balance numeric)
    language sql stable
    as $$
    with fold as materialized (select last_fold('', known_at) as through)
    select piece.currency, sum(piece.amount)
    from (
        select cells.currency, cells.total as amount from fold, ledger_cells(root || '/', as_of, fold.through) cells
        union all
        select entry.currency, entry.amount from recorded_entry entry
        where entry.recorded_at > (select through from fold) and entry.recorded_at <= known_at
          and entry.effective_on <= as_of and split_part(entry.account, '/', 1) = root
    ) piece
    group by piece.currency
$$;

-- An account's balance from a day on, as it is now: the running total after each step, and the lowest that it comes to within the step. A
-- month or year is one step unless it holds the day or something that isn't folded yet.
create function ledger_course(in_account text, in_currency text, since date) returns table (step date, whole boolean, after numeric, lowest numeric)
    language sql stable
    as $$
    with fold as materialized (select last_fold(in_account, 'infinity') as through),
    recent as materialized (
        select greatest(effective_on, since) as day, sum(amount) as total from ledger_entry
        where account = in_account and currency = in_currency and recorded_at > (select through from fold)
        group by 1
    ),
    open_month as materialized (select month_of(since) as period union select month_of(day) from recent),
    open_year as materialized (select distinct year_of(period) as period from open_month),
    piece as (
        select since as step, coalesce(sum(total), 0) as total, cast(null as numeric) as lowest
        from ledger_cells(in_account, since - 1, 'infinity') where currency = in_currency
        union all
        select period, total, lowest from ledger_cell
        where book = in_account and grain = 'year' and period > since and replaced is null and currency = in_currency
          and period not in (select period from open_year)
        union all
        select cell.period, total, lowest
        from open_year join ledger_cell cell on year_of(cell.period) = open_year.period
        where book = in_account and grain = 'month' and cell.period > since and replaced is null and currency = in_currency
          and cell.period not in (select period from open_month)
        union all
        select cell.period, total, null
        from open_month join ledger_cell cell on month_of(cell.period) = open_month.period
        where book = in_account and grain = 'day' and cell.period >= since and replaced is null and currency = in_currency
        union all
        select day, total, null from recent
    ),
    summed as (
        select step, bool_or(lowest is not null) as whole, sum(total) as total, coalesce(min(lowest), sum(total)) as lowest
        from piece group by step
    )
    select step, whole, sum(total) over run,
           coalesce(sum(total) over (order by step rows between unbounded preceding and 1 preceding), 0) + lowest
    from summed
    window run as (order by step)
$$;

-- The first day from the given one on that ends below zero, and by how much; none when there is no such day.
create function ledger_shortfall(in_account text, in_currency text, since date) returns table (day date, balance numeric)
    language sql stable
    as $$
    with course as materialized (
        select *, lag(after, 1, cast(0 as numeric)) over run as before, lead(step) over run as next
        from ledger_course(in_account, in_currency, since)
        window run as (order by step)
    ),
    deep as materialized (select * from course where lowest < 0 order by step limit 1)
    select step, after from deep where not whole
    union all
    (select period, balance
     from (
         select cell.period, before + sum(cell.total) over (order by cell.period) as balance
         from deep join ledger_cell cell on period >= step and period < coalesce(next, 'infinity')
         where whole and book = in_account and grain = 'day' and currency = in_currency and replaced is null
     ) days
     where balance < 0 order by period limit 1)
$$;

-- Brings a book's cells up to an instant: a day's total and, from the days below them, those of months and years. Each is looked up by itself:
-- between two vacuums the index holds many ended cells beside each standing one, and whoever reads a whole book walks through all of them.
create procedure fold_ledger_book(in_book text, since timestamptz, fold timestamptz)
    language plpgsql
    set enable_hashjoin = off set enable_mergejoin = off set enable_bitmapscan = off
    as $$
begin
    create temporary table if not exists changed_day (day date, currency text, total numeric) on commit delete rows;
    delete from changed_day;
    if in_book like '%/' then
        insert into changed_day
        select effective_on, currency, sum(amount) from recorded_entry
        where recorded_at > since and recorded_at <= fold and split_part(account, '/', 1) || '/' = in_book
        group by 1, 2;
    else
        insert into changed_day
        select effective_on, currency, sum(amount) from ledger_entry
        where account = in_book and recorded_at > since and recorded_at <= fold
        group by 1, 2;
    end if;

    with ended as (
        update ledger_cell cell set replaced = fold from changed_day
        where book = in_book and grain = 'day' and period = day and cell.currency = changed_day.currency and replaced is null
        returning cell.period, cell.currency, cell.total
    )
    insert into ledger_cell (book, grain, period, currency, through, total, lowest)
    select in_book, 'day', day, currency, fold, sum(total), sum(total)
    from (select day, currency, total from changed_day union all select period, currency, total from ended) known
    group by day, currency;

    update ledger_cell set replaced = fold
    where book = in_book and grain = 'month' and replaced is null
      and (period, currency) in (select month_of(day), currency from changed_day);
    insert into ledger_cell (book, grain, period, currency, through, total, lowest)
    select in_book, 'month', month, currency, fold, summed.total, summed.lowest
    from (select distinct month_of(day) as month, currency from changed_day) changed
    cross join lateral (
        select sum(total) as total, min(running) as lowest
        from (
            select total, sum(total) over (order by period) as running from ledger_cell cell
            where book = in_book and grain = 'day' and replaced is null and cell.currency = changed.currency
              and period >= month and period < cast(month + interval '1 month' as date)
        ) days
    ) summed;

    update ledger_cell set replaced = fold
    where book = in_book and grain = 'year' and replaced is null
      and (period, currency) in (select year_of(day), currency from changed_day);
    insert into ledger_cell (book, grain, period, currency, through, total, lowest)
    select in_book, 'year', year, currency, fold, summed.total, summed.lowest
    from (select distinct year_of(day) as year, currency from changed_day) changed
    cross join lateral (
        select sum(total) as total, min(running - total + lowest) as lowest
        from (
            select total, lowest, sum(total) over (order by period) as running from ledger_cell cell
            where book = in_book and grain = 'month' and replaced is null and cell.currency = changed.currency
              and period >= year and period < cast(year + interval '1 year' as date)
        ) months
    ) summed;
end
$$;

-- Folds the next postings of the journal, so many and all of the last one's instant, of those recorded up to an instant by which every writer has
-- ended; an account is folded once so many of its entries wait. All is planned
-- each time: what was planned while the tables were small would walk through every past cell of a day. Returns how many postings it went through: 0
-- when there are fewer or another one is folding.
create function fold_ledger(settled timestamptz, most int, heavy int) returns int
    language plpgsql security definer set search_path = public, pg_temp set client_min_messages = warning set plan_cache_mode = force_custom_plan
    as $$
declare
    since   timestamptz;
    fold    timestamptz;
    scanned int;
    found   text;
begin
    if not pg_try_advisory_xact_lock(hashtextextended('ledger cells', 3)) then
        return 0;
    end if;
    since := last_fold('', 'infinity');
    select max(recorded_at), count(*) into fold, scanned
    from (
        select posted.recorded_at from ledger_transaction posted join ledger_posting posting on posting.transaction_id = posted.id
        where posted.recorded_at > since and posted.recorded_at <= settled order by posted.recorded_at limit most
    ) next;
    if scanned < most then
        return 0;
    end if;
    for found in
        select distinct split_part(account, '/', 1) || '/' from recorded_entry where recorded_at > since and recorded_at <= fold
    loop
        call fold_ledger_book(found, since, fold);
    end loop;
    insert into ledger_fold (book, through) values ('', fold);

    insert into ledger_backlog (account, entries)
    select account, count(*) from recorded_entry
    where recorded_at > since and recorded_at <= fold and account like '%/%'
    group by account
    on conflict (account) do update set entries = ledger_backlog.entries + excluded.entries;
    for found in
        update ledger_backlog set entries = 0 where entries >= heavy returning account
    loop
        call fold_ledger_book(found, last_fold(found, 'infinity'), fold);
        insert into ledger_fold (book, through) values (found, fold);
    end loop;
    return scanned;
end
$$;

-- Forgets all cells; the next folds make them again. Deleted, not truncated: whoever is reading sees either all of them or none.
create procedure drop_ledger_cells()
    language plpgsql
    as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('ledger cells', 3));
    delete from ledger_cell;
    delete from ledger_fold;
    delete from ledger_backlog;
end
$$;

revoke execute on function fold_ledger(timestamptz, int, int) from public;
revoke execute on procedure drop_ledger_cells(), fold_ledger_book(text, timestamptz, timestamptz) from public;
grant execute on function fold_ledger(timestamptz, int, int) to ${serviceRole};
grant select on ledger_fold, ledger_cell to ${serviceRole};
