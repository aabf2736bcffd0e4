-- Makes the three databases and their six roles on any PostgreSQL 18, as its administrator: its superuser or, where there is none to be had, a role with CREATEROLE
-- and CREATEDB. Run again, it sets the passwords anew and changes nothing else:
--   psql -v ON_ERROR_STOP=1 -d postgres -f databases.sql
-- with the passwords in the environment, as ./k8s/secrets prints them.
\set ON_ERROR_STOP on
\getenv companies COMPANIES_DATABASE_PASSWORD
\getenv companies_owner COMPANIES_DATABASE_OWNER_PASSWORD
\getenv investments INVESTMENTS_DATABASE_PASSWORD
\getenv investments_owner INVESTMENTS_DATABASE_OWNER_PASSWORD
\getenv disputes DISPUTES_DATABASE_PASSWORD
\getenv disputes_owner DISPUTES_DATABASE_OWNER_PASSWORD

create temporary table wanted_role as
select * from (values ('companies', :'companies'), ('companies_owner', :'companies_owner'),
                      ('investments', :'investments'), ('investments_owner', :'investments_owner'),
                      ('disputes', :'disputes'), ('disputes_owner', :'disputes_owner')) as role (name, password);

select format('create role %I', name) from wanted_role where name not in (select rolname from pg_roles) \gexec
select format('alter role %I login nocreatedb nocreaterole password %L', name, password) from wanted_role \gexec
-- A superuser alone may say so; a role that is made has neither.
select format('alter role %I nosuperuser noreplication', name) from wanted_role where current_setting('is_superuser')::boolean \gexec
-- Who isn't one has to be a member of the owners, to give them what he makes.
select format('grant %I to %I with inherit true, set true', name, current_user) from wanted_role
where name like '%\_owner' and not current_setting('is_superuser')::boolean \gexec

-- What a service's transaction may take: past answers count as settled after it, see CUMULO_DATABASE_TRANSACTION_TIMEOUT. Questions that take a
-- millisecond aren't compiled first, nor given workers.
select format('alter role %I set %s = %L', name, setting, value)
from (values ('companies'), ('investments'), ('disputes')) as service (name),
     (values ('transaction_timeout', '5s'), ('idle_in_transaction_session_timeout', '5s'), ('statement_timeout', '10s'),
     ('jit', 'off'), ('max_parallel_workers_per_gather', '0')) as limited (setting, value) \gexec

-- Words are found by what lc_ctype calls a letter: `C` knows none but ASCII's, and a service refuses such a database. Where the system has no C.UTF-8,
-- any other of its locales for UTF-8 will do.
select format('create database %I owner %I template template0 encoding %L locale_provider builtin builtin_locale %L lc_collate %L lc_ctype %L',
              name, name || '_owner', 'UTF8', 'C.UTF-8', 'C', 'C.UTF-8')
from (values ('companies'), ('investments'), ('disputes')) as service (name)
where name not in (select datname from pg_database) \gexec
select format('revoke all on database %I from public', name) from (values ('companies'), ('investments'), ('disputes')) as service (name) \gexec
select format('grant connect on database %I to %I', name, name) from (values ('companies'), ('investments'), ('disputes')) as service (name) \gexec

\connect companies
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
alter schema public owner to companies_owner;
revoke all on schema public from public;
grant usage on schema public to companies;

\connect investments
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
alter schema public owner to investments_owner;
revoke all on schema public from public;
grant usage on schema public to investments;

\connect disputes
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
alter schema public owner to disputes_owner;
revoke all on schema public from public;
grant usage on schema public to disputes;
