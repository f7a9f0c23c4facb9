# belenios-tool, the independent program that elections are tested against. Debian 13 has it; on Debian 12 its package and
# the libraries it was built for are unpacked into a folder of their own.

# Leaves the tool's path in $belenios.
install_belenios() {
  local dir=$PWD/build/belenios
  belenios=$dir/bin/belenios-tool
  command -v belenios-tool >/dev/null && belenios=$(command -v belenios-tool) && return
  [ -x "$belenios" ] && "$belenios" --version >/dev/null 2>&1 && return
  say 'unpacking belenios-tool into build/belenios'
  local mirror
  mirror=$( (sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/*.sources; sed -n 's/^deb \(\[[^]]*\] \)\?\([^ ]*\) .*/\2/p' /etc/apt/sources.list) 2>/dev/null |
    grep -E '/debian/?$' | head -n 1)
  rm -rf "$dir" && mkdir -p "$dir"/{lists/partial,cache/archives/partial,root,bin}
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${mirror:-http://deb.debian.org/debian} trixie main" >"$dir/sources.list"
  local apt=(apt-get -qq -o "Dir::Etc::SourceList=$dir/sources.list" -o Dir::Etc::SourceParts=- -o "Dir::State::Lists=$dir/lists"
    -o "Dir::Cache=$dir/cache" -o APT::Sandbox::User=root)
  "${apt[@]}" update || return
  (cd "$dir/cache" && "${apt[@]}" download belenios-tool libc6 libev4t64 libgmp10 libsodium23 libssl3t64 zlib1g) || return
  local package
  for package in "$dir"/cache/*.deb; do dpkg -x "$package" "$dir/root"; done
  local lib=$dir/root/usr/lib/x86_64-linux-gnu
  printf '#!/bin/sh\nexec "%s" --library-path "%s" "%s" "$@"\n' \
    "$lib/ld-linux-x86-64.so.2" "$lib" "$dir/root/usr/bin/belenios-tool" >"$belenios"
  chmod +x "$belenios"
  "$belenios" --version >/dev/null
}
