#!/usr/bin/env bash
# All figures that a change of structure could touch, of one or several built trees in turns, in a table: medians of the rounds.
# usage: bench/all.sh [TREE ...]     A tree has build/release/bin/ccop (./start --build-only) and build/bench/bin (cmake --preset bench).
# ROUNDS=3; SMALL=yes asks for little of everything, to see that it all works; ONLY=PATTERN runs the benches whose name fits.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rounds=${ROUNDS:-3} small=${SMALL:-} only=${ONLY:-.}
work=$(mktemp -d "${TMPDIR:-/tmp}/ccop-all-XXXXXX")
trap 'rm -rf "$work"' EXIT
trees=("$@")
[ $# -gt 0 ] || trees=("$(dirname "$here")")
for tree in "${trees[@]}"; do
  [ -x "$tree/build/release/bin/ccop" ] || { echo "all.sh: $tree has no build/release/bin/ccop; build it with ./start --build-only" >&2; exit 2; }
done
failures=0
: >"$work/rows"

# size OF-A-REAL-RUN OF-A-SMALL-ONE
size() { [ -n "$small" ] && echo "$2" || echo "$1"; }

# Runs a bench for the tree that is at hand; `row` reads what it printed.
measure() {
  name=$1
  shift
  log=$work/$name.log
  [[ $name =~ $only ]] || { skipped=yes; return; }
  skipped=''
  "$@" >"$log" 2>&1 && return
  failures=$((failures + 1))
  echo "all.sh: $name failed in $tree: $(grep -o 'WRONG.*' "$log" || tail -n 3 "$log")" >&2
  : >"$log" # what it printed before does not count either
}

# row WHAT EXPRESSION: the number that the expression, of sed, captures; the median where several lines have one.
row() {
  [ -n "$skipped" ] && return
  local found
  found=$(sed -nE "s#$2#\1#p" "$log" | median)
  printf '%s|%s|%s\n' "$1" "$index" "${found:-WRONG}" >>"$work/rows"
  [ -n "$found" ] && return
  failures=$((failures + 1))
  echo "all.sh: $name of $tree printed no figure for '$1'" >&2
}

# Of numbers, a line each; WRONG when one of them is.
median() { sort -g | awk '/WRONG/ { wrong = 1 } { v[NR] = $1 } END { if (wrong) print "WRONG"; else if (NR) print v[int((NR + 1) / 2)] }'; }

domain() {
  measure bench_rules "$tree/build/bench/bin/bench_rules"
  row 'decide + apply of a vote: ns' '^vote/[^ ]+ +([0-9.]+) ns.*'
  row 'OpenSSL hashing 64 bytes, beside it: ns' '^sha256[^ ]+ +([0-9.]+) ns.*'
  measure bench_record "$tree/build/bench/bin/bench_record" $(size "" 2000)
  row 'durable acts without a text: acts/s' '^acts without.*: ([0-9]+) durable.*'
  row '  beside SQLite: ratio' '^acts without.*ratio ([0-9.]+)$'
  row 'durable acts with a text: acts/s' '^acts with a.*: ([0-9]+) durable.*'
  row '  beside SQLite: ratio, with a text' '^acts with a.*ratio ([0-9.]+)$'
  row 'start by replay of acts of one kind: s' '^start by replay of [0-9]+ acts: ([0-9.e-]+) s;.*'
  row '  beside reading their bytes: ratio' '^start by replay.*ratio ([0-9.]+)$'
}

starting() {
  measure start python3 "$here/start.py" "$ccop" "$(size 50 2)" "$(size 3 1)"
  row 'start by replay of a simulated record: s' '^serving after ([0-9.]+) s.*'
  row '  beside reading its bytes: ratio' '^serving.*alone [0-9.]+ s, ratio ([0-9.]+);.*'
  row 'start from its snapshot: s' '.*; after ([0-9.]+) s from the snapshot.*'
  row '  beside the replay: ratio' '.*ratio to the replay ([0-9.]+)$'
}

answers() {
  local path
  for path in /api/meetings/0 /api/motions /api/organizations; do
    measure answers python3 "$here/answers.py" "$ccop" "$path" "$(size 6 1)" "$(size 3 1)"
    row "GET $path: requests/s" '^requests/s: ccop ([0-9]+),.*'
    row "  beside nginx: ratio, $path" '^requests/s.*ratio ([0-9.]+)$'
  done
  measure exchange python3 "$here/exchange.py" "$ccop" "$(size 100000 1000)" 4 "$(size 5 1)"
  row 'objects added over TAXII: objects/s' '^add: ([0-9]+) objects/s.*'
  row '  beside SQLite: ratio, objects' '^SQLite.*ratio ([0-9.]+)$'
  row 'pages read over TAXII: MB/s' '^read: ([0-9]+) MB/s.*'
  row '  beside nginx: ratio, pages' '^read:.*ratio ([0-9.]+) .*'
  row 'search by an address over HTTP: ms' '^search by an address: ([0-9.]+) ms.*'
  row 'search by a domain over HTTP: ms' '.*search by a domain: ([0-9.]+) ms.*'
  row '  beside an answer without a search: ms' '.*no search: ([0-9.]+) ms.*'
}

live() {
  measure listeners node "$here/listeners.mjs" "$(size 2000 50)" "$ccop"
  row 'resident memory, idle: MB' '^resident, idle: ([0-9]+) MB'
  row 'resident memory with listeners: MB' '^[0-9]+ listeners; resident: ([0-9]+) MB'
  row 'all listeners told, beside a bare server of Node: ratio' '.*ratio of the medians ([0-9.]+)$'
  measure readers node "$here/readers.mjs" "$ccop" "$(size 5 1)" "$(size 3 1)" "$(size 64 8)"
  row "an act's p99 beside readers: ms" "^medians: an act's p99 ([0-9.]+) ms.*"
  row "an act's p99 without: ms" '^medians: .* and ([0-9.]+) ms without.*'
  row '  one beside the other: ratio' '^medians: .*without, ratio ([0-9.]+);.*'
  row 'acts beside readers: acts/s' '^medians: .*; ([0-9]+) and [0-9]+ acts/s.*'
  row 'pages read beside writers: pages/s' '^medians: .*; ([0-9]+) pages/s beside writers$'
}

signatures() {
  measure signed node "$here/signed.mjs" "$ccop" "$(size 5 1)" "$(size 3 1)" "$(size 64 8)"
  row 'acts signed by session keys: acts/s' '^medians: ([0-9]+) signed acts/s.*'
  row '  beside OpenSSL verifying on all cores: ratio' '^medians: .*ratio to OpenSSL ([0-9.]+);.*'
  row "  the server's CPU for one: us" '^medians: .*CPU ([0-9]+) us an act.*'
  row 'audit of a record of them: signatures/s' '^audit of [0-9]+ signatures.*: ([0-9]+)/s on one core.*'
  row '  beside OpenSSL verifying on one core: ratio' '^audit of [0-9]+ signatures.*ratio ([0-9.]+)$'
  measure audited python3 "$here/audited.py" "$ccop" "$(size 100 2)" "$(size 3 1)"
  row 'audit of a simulated record: signatures/s' '^audited in .*: ([0-9]+) signatures/s.*'
  row '  beside OpenSSL verifying on one core: ratio, Ed25519' '^audited in .*on one core, ratio ([0-9.]+),.*'
}

echo "cores: $(nproc); load before: $(cut -d' ' -f1 /proc/loadavg) (above 0.5 something else is running: measure again)" >&2
for round in $(seq "$rounds"); do
  for index in "${!trees[@]}"; do
    tree=${trees[$index]} ccop=${trees[$index]}/build/release/bin/ccop
    echo "round $round of $rounds: $tree" >&2
    domain
    starting
    answers
    live
    signatures
  done
done

{
  printf 'what'
  printf '|%s' "${trees[@]}"
  echo
  cut -d'|' -f1 "$work/rows" | awk '!seen[$0]++' | while IFS= read -r what; do
    printf '%s' "$what"
    for index in "${!trees[@]}"; do
      printf '|%s' "$(awk -F'|' -v what="$what" -v index_="$index" '$1 == what && $2 == index_ { print $3 }' "$work/rows" | median)"
    done
    echo
  done
} | column -t -s '|'
[ $failures -eq 0 ] || { echo "all.sh: $failures benches or figures failed; what is WRONG or missing above does not count" >&2; exit 1; }
