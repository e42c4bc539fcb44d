#!/bin/sh
# The one user of the pool, with its password from the environment.
set -eu
: "${CHEZHAN_APP_PASSWORD:?is not set}"
umask 077
printf '"chezhan_app" "%s"\n' "$CHEZHAN_APP_PASSWORD" > /run/pgbouncer/userlist.txt
exec pgbouncer /etc/pgbouncer/pgbouncer.ini
