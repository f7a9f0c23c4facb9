# A PostgreSQL of the tests' own, in a temporary folder, gone when they end.

start_postgres() {
  postgres_bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
  postgres_dir=$(mktemp -d /tmp/ccop-postgres-XXXXXX)
  postgres_user=()
  if [ "$(id -u)" = 0 ]; then
    chown postgres "$postgres_dir"
    postgres_user=(runuser -u postgres --)
  fi
  (cd /tmp && "${postgres_user[@]}" "$postgres_bin/initdb" -D "$postgres_dir/data" -U ccop -A trust >/dev/null &&
    "${postgres_user[@]}" "$postgres_bin/pg_ctl" -D "$postgres_dir/data" -w -l "$postgres_dir/log" \
      -o "-k $postgres_dir -c listen_addresses=''" start >/dev/null)
  chmod 755 "$postgres_dir"
  export CCOP_TEST_POSTGRES="postgresql://ccop@/postgres?host=$postgres_dir"
  trap stop_postgres EXIT
}

stop_postgres() {
  [ -n "${postgres_dir:-}" ] || return 0
  (cd /tmp && "${postgres_user[@]}" "$postgres_bin/pg_ctl" -D "$postgres_dir/data" -m immediate stop >/dev/null 2>&1)
  rm -rf "$postgres_dir"
  postgres_dir=''
}
