#!/usr/bin/env bash
# Asks whether what the page and the program are made of has known holes: the npm registry of the page's packages, Debian's
# security tracker of those that the program is built with and loads. Fails on a grave one, on one that Debian has mended
# in a package that is not installed yet, and where one of the two can't be asked.
# usage: scripts/known-holes.sh      once a day: docs/hosting.md
set -uo pipefail
cd "$(dirname "$0")/.."
source scripts/common.sh
failed=0

say 'the page'
(cd web && npm audit --omit=dev --audit-level=high --package-lock-only) || failed=1

say 'the program'
if ! command -v debsecan >/dev/null; then
  echo 'known-holes: debsecan is missing: apt-get install debsecan' >&2
  failed=1
elif ! holes=$(debsecan --suite "$(. /etc/os-release && echo "$VERSION_CODENAME")" --format summary); then
  echo 'known-holes: the security tracker could not be asked' >&2
  failed=1
else
  ours=$({ printf '%s\n' "${build_packages[@]}"; loaded_packages; } | sort -u)
  grave=$(awk 'NR == FNR { ours[$1]; next } ($2 in ours) && /\(.*(fixed|high urgency)/' <(echo "$ours") <(echo "$holes"))
  [ -z "$grave" ] || { echo "$grave"; failed=1; }
fi
[ "$failed" = 0 ] && echo 'no grave hole is known'
exit "$failed"
