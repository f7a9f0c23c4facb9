#!/usr/bin/env bash
# Writes of what the program and its page are made, as CycloneDX: the packages of the page's lock file, the Debian
# packages that it is built with, and those whose libraries it loads, where it is built.
# usage: scripts/sbom.sh FILE
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/common.sh
file=${1:?usage: scripts/sbom.sh FILE}

# Node.js may be the registry's; npm comes with it then.
named=()
for package in "${build_packages[@]}"; do
  if is_installed "$package"; then named+=("$package")
  elif [ "$package" != nodejs ]; then echo "sbom: $package is not installed; ./start installs it" >&2; exit 1; fi
done
mapfile -t loaded < <(loaded_packages)
{
  dpkg-query -W -f='${Package} ${Version} ${Architecture}\n' "${named[@]}" ${loaded[@]+"${loaded[@]}"}
  is_installed nodejs || echo "nodejs $(node -p process.versions.node) $(dpkg --print-architecture)"
} | sort -u | node web/scripts/sbom.mjs web/package-lock.json "$(. /etc/os-release && echo "$ID")" "$file"
