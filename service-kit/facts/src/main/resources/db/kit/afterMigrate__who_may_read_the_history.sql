-- A service that doesn't migrate looks whether the schema is new enough for it before it starts.
grant select on flyway_schema_history to ${serviceRole};
