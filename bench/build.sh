#!/usr/bin/env bash
# What it costs to build the program from a clean clone without a compiler's cache, and to build it again after a change.
# usage: bench/build.sh [REVISION]     Measures HEAD, and the other revision beside it; takes half an hour for each on 2 cores.
set -euo pipefail
cd "$(dirname "$0")/.."
chapters_acts=src/community/decisions/acts.hpp
work=$(mktemp -d "${TMPDIR:-/tmp}/ccop-build-XXXXXX")
trap 'rm -rf "$work"' EXIT

wrong() { echo "build.sh: WRONG, no figure of this run counts: $*" >&2; exit 1; }

# Stands in PATH where ccache would: compiles anew each time, and keeps CPU seconds (user, system), peak KB and object.
compile_openly() {
  mkdir "$work/bin"
  cat >"$work/bin/ccache" <<'LAUNCHER'
#!/bin/sh
for word; do
  [ "$previous" = -o ] && object=$word
  previous=$word
done
exec /usr/bin/time -a -o "$CCOP_COMPILED" -f "%U %S %M $object" "$@"
LAUNCHER
  chmod +x "$work/bin/ccache"
  [ -x /usr/bin/time ] || wrong 'there is no /usr/bin/time (apt-get install time)'
}

# Each fact is a line `what|value`; the same whats in the same order for every revision.
fact() { printf '%s|%s\n' "$1" "$2" >>"$facts"; }
compiled() { wc -l <"$CCOP_COMPILED"; }
# The files that an object is made of: one, or those that are read as one.
sources_of() {
  local unit=build/release/${1%.o}
  if [ -e "$unit" ]; then
    sed -nE 's|^#include "(.*)"$|\1|p' "$unit"
  else
    sed -E 's|CMakeFiles/[^/]*\.dir/||; s|\.o$||' <<<"$1"
  fi
}
names_of() { sources_of "$1" | xargs -n 1 basename | paste -sd+; }

whole_build() {
  /usr/bin/time -o "$dir/whole" -f '%e %U %S' ./start --build-only >"$dir/log" 2>&1 ||
    wrong "$revision does not build: $(tail -n 20 "$dir/log")"
  [ -x build/release/bin/ccop ] || wrong "$revision was built and there is no build/release/bin/ccop"
  local in_log
  in_log=$(awk -F'\t' '$4 ~ /\.c(pp|xx)\.o$/' build/release/.ninja_log | wc -l)
  [ "$(grep -cE '\.c(pp|xx)\.o$' "$CCOP_COMPILED")" = "$in_log" ] ||
    wrong "ninja compiled $in_log files of $revision and $(compiled) were measured: is ccache found by its name no more?"
  cp "$CCOP_COMPILED" "$dir/first"
  fact './start --build-only: s' "$(cut -d' ' -f1 "$dir/whole")"
  fact '  CPU s' "$(awk '{print $2 + $3}' "$dir/whole")"
  fact '  the program alone: s' "$(awk -F'\t' 'NF > 3 { if ($2 > end) end = $2 } END { printf "%.0f", end / 1000 }' build/release/.ninja_log)"
  fact '  compiled: files, or what is read as one' "$in_log"
  fact '  their CPU s' "$(awk '{ s += $1 + $2 } END { printf "%.0f", s }' "$dir/first")"
  fact '  most memory for one: MB' "$(awk '{ if ($3 > m) m = $3 } END { printf "%.0f", m / 1024 }' "$dir/first")"
}

# The ten that took longest by ninja's own log: object, s, CPU s, MB; a line each.
slowest() {
  awk 'NR == FNR { cpu[$4] = $1 + $2; mb[$4] = $3 / 1024; next }
       FNR > 1 && ($4 in cpu) { printf "%s %.1f %.1f %.0f\n", $4, ($2 - $1) / 1000, cpu[$4], mb[$4] }' \
    "$dir/first" build/release/.ninja_log | sort -k2,2 -rn | sed -n 1,10p
}

slowest_files() {
  slowest >"$dir/slowest"
  local rank=0 object s cpu mb
  while read -r object s cpu mb; do
    rank=$((rank + 1))
    fact "slowest file, number $rank: s, CPU s, MB" "$(names_of "$object") $s, $cpu, $mb"
  done <"$dir/slowest"
}

# After a change of one .cpp: the five that take most CPU, one after the other.
rebuilds() {
  local object before took rank=0
  for object in $(sort -k3,3 -rn "$dir/slowest" | cut -d' ' -f1 | sed -n 1,5p); do
    rank=$((rank + 1)) before=$(compiled)
    touch "$(sources_of "$object" | head -n 1)"
    /usr/bin/time -o "$dir/rebuild" -f '%e' cmake --build --preset release --target ccop >"$dir/log" 2>&1 ||
      wrong "$revision does not build again: $(tail -n 20 "$dir/log")"
    [ "$(compiled)" = $((before + 1)) ] || wrong "after a change of the first of $(names_of "$object") $(($(compiled) - before)) objects were compiled"
    took=$(cat "$dir/rebuild")
    fact "rebuilt after a change of one .cpp, number $rank: s" "$(names_of "$object") $took"
  done
}

# What ninja would compile after a change in one chapter's acts, and what that took the first time.
after_a_chapters_acts() {
  [ -e "$chapters_acts" ] || wrong "$revision has no $chapters_acts"
  touch "$chapters_acts"
  cp build/release/build.ninja build/release/as-it-is.ninja # under its own name ninja would look for new files, and do nothing but that
  ninja -C build/release -f as-it-is.ninja -n ccop | sed -nE 's/.*Building CXX object (.*)/\1/p' >"$dir/stale"
  [ -s "$dir/stale" ] || wrong "after a change of $chapters_acts ninja would compile nothing"
  fact "compiled after a change of $chapters_acts: objects" "$(wc -l <"$dir/stale")"
  fact '  their CPU s' "$(awk 'NR == FNR { stale[$1] = 1; next } $4 in stale { s += $1 + $2 } END { printf "%.0f", s }' "$dir/stale" "$dir/first")"
}

measure() {
  revision=$1 dir=$work/$2 facts=$work/$2.facts
  mkdir "$dir"
  export CCOP_COMPILED=$dir/compiled
  : >"$CCOP_COMPILED"
  git clone -q --no-checkout . "$dir/clone"
  (
    cd "$dir/clone"
    git checkout -q --detach "$revision"
    export PATH=$work/bin:$PATH
    whole_build
    slowest_files
    rebuilds
    after_a_chapters_acts
  )
}

revisions=("$(git rev-parse HEAD)")
[ $# -eq 0 ] || revisions+=("$(git rev-parse --verify "$1^{commit}")") || wrong "there is no revision $1"
git diff --quiet HEAD || echo 'what is not committed is not measured' >&2
compile_openly
echo "cores: $(nproc); load before: $(cut -d' ' -f1 /proc/loadavg) (above 0.5 something else is running: measure again)"
columns=()
for i in "${!revisions[@]}"; do
  echo "building ${revisions[$i]} ..." >&2
  measure "${revisions[$i]}" "$i"
  columns+=("$work/$i.facts")
done
{
  printf '%s' 'what'
  for revision in "${revisions[@]}"; do printf '|%s' "$(git show -s --format=%h "$revision")"; done
  echo
  awk -F'|' 'FNR == 1 { file++ } { what[FNR] = $1; value[FNR, file] = $2; if (FNR > rows) rows = FNR }
    END { for (r = 1; r <= rows; ++r) { printf "%s", what[r]; for (f = 1; f <= file; ++f) printf "|%s", value[r, f]; print "" } }' "${columns[@]}"
} | column -t -s '|'
