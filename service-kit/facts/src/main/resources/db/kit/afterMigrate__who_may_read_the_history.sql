-- A service that doesn't migrate looks whether the schema is new enough for it before it starts. Processes that migrate at the same time grant it one after another: PostgreSQL fails all but one otherwise.
do $$ begin perform pg_advisory_xact_lock(hashtext('who may read flyway_schema_history')); end $$;
grant select on flyway_schema_history to ${serviceRole};
