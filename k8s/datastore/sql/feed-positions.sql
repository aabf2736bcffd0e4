-- Says of each service's place in another's feed whether that feed has it: after a restore, before anything is started.
--   psql -X -d postgres -f feed-positions.sql        on the restored server, as its administrator
-- A place that isn't there was read in another history: what is recorded next could be taken for known.
\set ON_ERROR_STOP on
\set QUIET on
\pset footer off

\connect investments
select coalesce(json_agg(kept), '[]') as investments
from (select 'investments' as reader, feed, position from consumed_feed where position <> '') as kept \gset
\connect disputes
select coalesce(json_agg(kept), '[]') as disputes
from (select 'disputes' as reader, feed, position from consumed_feed where position <> '') as kept \gset

-- A position is the feed's cursor: "feed", transaction and number, parted by U+001F, in Base64 of URLs.
\connect companies
with read_from (feed, database) as (values ('mergers of companies', 'companies'), ('moves of securities', 'disputes')),
     kept as (
         select reader, feed, string_to_array(convert_from(decode(
             rpad(translate(position, '-_', '+/'), (length(position) + 3) / 4 * 4, '='), 'base64'), 'UTF8'), E'\x1f') as place
         from (select * from json_to_recordset(:'investments') as one (reader text, feed text, position text)
               union all select * from json_to_recordset(:'disputes') as other (reader text, feed text, position text)) as both_of_them)
select reader, feed, place[2] as transaction, place[3] as number,
       case when database is null then 'is of no feed that is known here'
            when exists (select from outbox where xid = place[2]::xid8 and number = place[3]::bigint) then 'fits'
            else 'DOES NOT FIT' end as "its place"
from kept left join read_from using (feed)
where coalesce(database, 'companies') = current_database()
order by reader, feed;
\connect disputes
\g
