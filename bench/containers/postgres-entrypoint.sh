#!/bin/sh
# What the overlay asks of PostgreSQL's own image: PGDATA made at the first start, the superuser's password, /docker-entrypoint-initdb.d/*.sql run once.
set -eu
bin=/opt/postgres/bin
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  mkdir -p "$PGDATA"
  echo "$POSTGRES_PASSWORD" >/tmp/password
  "$bin/initdb" --pgdata="$PGDATA" --username=postgres --pwfile=/tmp/password --auth-local=trust --auth-host=scram-sha-256 --encoding=UTF8 --locale-provider=builtin --locale=C.UTF-8 --data-checksums
  rm /tmp/password
  echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
  "$bin/pg_ctl" --pgdata="$PGDATA" --wait -o "-c listen_addresses='' -c unix_socket_directories=/tmp" start
  for file in /docker-entrypoint-initdb.d/*.sql; do
    /usr/lib/postgresql/15/bin/psql -h /tmp -U postgres -d postgres -v ON_ERROR_STOP=1 -f "$file"
  done
  "$bin/pg_ctl" --pgdata="$PGDATA" --wait --mode=fast stop
fi
exec "$bin/postgres" -D "$PGDATA" -c listen_addresses='*' -c unix_socket_directories=/tmp
