-- Nobody but the service's role enters the database or runs as its owner, whoever has made the database: PostgreSQL lets everybody do both unless told otherwise.
do $$ begin perform pg_advisory_xact_lock(hashtext('who may do what in ' || current_database())); end $$;
do $$
declare
    definer record;
begin
    if (select pg_get_userbyid(datdba) = current_user from pg_database where datname = current_database()) then
        execute format('revoke all on database %I from public', current_database());
        execute format('grant connect on database %I to ${serviceRole}', current_database());
    end if;
    for definer in select oid::regprocedure as name from pg_proc
                   where pronamespace = 'public'::regnamespace and prosecdef and proowner = current_user::regrole loop
        execute format('revoke execute on function %s from public', definer.name);
        execute format('grant execute on function %s to ${serviceRole}', definer.name);
    end loop;
end $$;
