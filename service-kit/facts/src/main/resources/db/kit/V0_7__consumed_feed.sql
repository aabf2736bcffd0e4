-- How far each feed of another service was read. The position moves in the transaction of what its events brought about: delivered twice, late or to
-- several processes, an event takes effect once.
create table consumed_feed (
    feed     text primary key,
    position text not null,
    moved_at timestamptz not null default now()
);
grant select, insert, update on consumed_feed to ${serviceRole};
