#!/bin/bash
# What deploy/compose.yaml uses of the entry point of PostgreSQL's own image.
set -eu
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  mkdir -p "$PGDATA"
  chmod 700 "$PGDATA"
  initdb --username=postgres --pwfile="$POSTGRES_PASSWORD_FILE" --no-locale --encoding=UTF8 >/dev/null
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
fi
exec "$@" -c "listen_addresses=*"
