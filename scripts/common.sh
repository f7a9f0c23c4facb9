# Shared by ./start and ./check: what has to be installed, and how it is told.

# Debian 12's own Boost is too old, so it has a newer one beside it; later releases need no second one.
boost=libboost-dev
[ "$(. /etc/os-release && echo "$ID ${VERSION_ID:-}")" = 'debian 12' ] && boost=libboost1.81-dev

build_packages=(
  clang-16 lld-16 cmake ninja-build pkg-config ccache mold ca-certificates nodejs
  "$boost" nlohmann-json3-dev libsimdjson-dev libsodium-dev libfido2-dev libsqlite3-dev libpq-dev
  libcurl4-openssl-dev libgmime-3.0-dev libical-dev libhowardhinnant-date-dev tzdata libspdlog-dev libcli11-dev libtomlplusplus-dev libssl-dev zlib1g-dev
  libidn2-dev publicsuffix
)
test_packages=(
  g++ libgtest-dev libgmock-dev librapidcheck-dev libbenchmark-dev clang-tidy-16 clang-format-16 libclang-rt-16-dev
  postgresql chromium sqlite3 curl python3 nginx-light opensmtpd fonts-noto-core python3-icalendar
)

say() { printf '\033[1m== %s\033[0m\n' "$*"; }

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

is_installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

# The Debian packages whose libraries the built program loads; none where it is not built.
loaded_packages() {
  local program=build/release/bin/ccop
  [ -x $program ] || return 0
  # Debian's own list may have a library by its place of before /lib became /usr/lib.
  ldd $program | awk '$3 ~ /^\// { print $3 }' | xargs -r realpath | sed 'p; s,^/usr,,' |
    { xargs -r dpkg -S 2>/dev/null || true; } | cut -d: -f1 | sort -u
}

# Installs those of the packages that are missing, and says which.
install_packages() {
  local missing=() package
  for package in "$@"; do
    [ "$package" = nodejs ] && command -v node >/dev/null && continue
    is_installed "$package" || missing+=("$package")
  done
  command -v npm >/dev/null || missing+=(npm)
  [ ${#missing[@]} -eq 0 ] && return
  say "installing: ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# The page's tools want a newer Node.js than Debian 12 has; the npm registry holds one.
use_recent_node() {
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] && return
  if [ ! -x build/node/node_modules/.bin/node ]; then
    say 'installing a recent Node.js into build/node'
    mkdir -p build/node
    npm install --prefix build/node --no-audit --no-fund --loglevel=error node@22
  fi
  export PATH="$PWD/build/node/node_modules/.bin:$PATH"
}

# Installs the page's packages and builds it, when anything it is made of has changed. Beside it lies what it consists of:
# build/release/share/page.manifest.
build_web() {
  use_recent_node
  mkdir -p build/release/share
  local stamp=build/web.stamp sum
  sum=$(cat $(git ls-files web api questions 2>/dev/null || find web/src web/wasm api questions -type f) 2>/dev/null | sha256sum)
  if [ ! -d web/node_modules ] || [ web/package-lock.json -nt web/node_modules/.package-lock.json ]; then
    say 'installing the page'"'"'s packages'
    (cd web && npm ci --no-audit --no-fund --loglevel=error)
  fi
  if [ ! -e "$stamp" ] || [ "$(cat "$stamp")" != "$sum" ]; then
    say 'building the page'
    (cd web && npm run --silent build >../build/web.log 2>&1) || { cat build/web.log; exit 1; }
    echo "$sum" >"$stamp"
  fi
  rm -rf build/release/share/web && cp -r web/dist build/release/share/web
  node web/scripts/pageManifest.mjs build/release/share/web build/release/share/page.manifest
}
