# What .ci/run is made of: how a pass is bounded and counted, and where another user, another Node and a server come from. Read by
# Bash in the project's folder.

export CI=true NO_COLOR=1 FORCE_COLOR=0 npm_config_fund=false npm_config_audit=false npm_config_update_notifier=false
# Whatever the machine has set, the project runs with its own defaults.
unset $(node -p 'Object.keys(process.env).filter((n) => /^(DATABASE|DATA_DIR$|PG|PORT$|HOST$|LOG_LEVEL$|NODE_ENV$|JEST)/.test(n)).join(" ")')

work=$(mktemp -d)
chmod 755 "$work"
mkdir -m 777 "$work/reports" "$work/home"
longest=4500 # seconds for all passes together: the later ones get what is left
passed=0 failed=0 database_url='' own_cluster=''

finish() {
  [ -z "$database_url" ] || node .ci/database.cjs drop "$database_url" || failed=$((failed + 1))
  [ -z "$own_cluster" ] || as_postgres "$(pg_program pg_ctl)" -D "$work/cluster" -m immediate stop >/dev/null
  rm -rf "$work"
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit $?
}
trap finish EXIT
trap 'failed=$((failed + 1)); exit 1' HUP INT TERM

# within <seconds> <command…>: ends it when it takes longer.
within() {
  local seconds=$1 left=$((longest - SECONDS))
  shift
  timeout -k 10 "$((left < 1 ? 1 : left < seconds ? left : seconds))" "$@"
}

# step <name> <seconds> <command…>: runs it, counts it when it fails; the later steps still run, so that one run tells all.
step() {
  local name=$1 seconds=$2 start=$SECONDS
  shift 2
  echo "--- $name"
  if within "$seconds" "$@"; then echo "    ok ($((SECONDS - start)) s)"; else
    echo "    FAILED: $name ($((SECONDS - start)) s)"
    failed=$((failed + 1))
    return 1
  fi
}

# tests <name> <seconds> <command of Jest…>: runs the tests, adds to the sum.
tests() {
  local name=$1 seconds=$2 start=$SECONDS report counts ended
  report="$work/reports/$start.json"
  shift 2
  echo "--- $name"
  within "$seconds" "$@" --ci --json --outputFile="$report"
  ended=$?
  read -r -a counts < <(node .ci/counts.cjs "$report" "$ended")
  passed=$((passed + counts[0])) failed=$((failed + counts[1]))
  echo "    $name: ${counts[0]} passed, ${counts[1]} failed, ${counts[2]} skipped ($((SECONDS - start)) s)"
}

# A clone whose parent folder holds nothing else. What is in it is what is here, but for what was installed and made.
clone="$work/a clone alone/verbatim"
as_user=(env -C "$clone" HOME="$work/home")
[ "$(id -u)" -ne 0 ] || as_user=(setpriv --reuid=65534 --regid=65534 --clear-groups "${as_user[@]}")
make_clone() {
  mkdir -p "$clone"
  tar -cf - --exclude=./node_modules --exclude=./dist --exclude=./src/generated --exclude=./data --exclude=./.env . |
    tar -xf - -C "$clone" --no-same-owner
  [ "$(id -u)" -ne 0 ] || chown -R 65534:65534 "$clone"
}

node24="node-$(node -p 'process.platform + "-" + process.arch')"
on_node24=(env PATH="$work/node24/node_modules/$node24/bin:$PATH")

pg_program() { ls -d /usr/lib/postgresql/*/bin/"$1" 2>/dev/null | sort -V | tail -1; }
as_postgres() { if [ "$(id -u)" -eq 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else "$@"; fi; }

# Makes a database of our own on a server: the one that runs here; the machine's own cluster, started; or a cluster of ours.
own_database() {
  database_url=$(node .ci/database.cjs create) && return
  if command -v pg_lsclusters >/dev/null && [ "$(id -u)" -eq 0 ]; then
    pg_lsclusters --no-header | while read -r version name _; do
      within 60 pg_ctlcluster --skip-systemctl-redirect "$version" "$name" start
    done
    database_url=$(node .ci/database.cjs create) && return
  fi
  [ -n "$(pg_program initdb)" ] || within 300 bash .ci/apt.sh postgresql || return
  mkdir "$work/cluster" && { [ "$(id -u)" -ne 0 ] || chown postgres "$work/cluster"; } || return
  as_postgres "$(pg_program initdb)" -D "$work/cluster" -U postgres --auth=trust --encoding=UTF8 --locale=C >"$work/initdb.log" &&
    own_cluster=yes &&
    as_postgres "$(pg_program pg_ctl)" -D "$work/cluster" -w -l "$work/cluster/log" \
      -o "-p 54329 -c listen_addresses=127.0.0.1 -c unix_socket_directories=" start >/dev/null &&
    database_url=$(node .ci/database.cjs create postgresql://postgres@127.0.0.1:54329/postgres)
}
