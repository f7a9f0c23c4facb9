#!/usr/bin/env bash
# A 10 KB JSON answer of the API, signed in, beside the same bytes as a static file of nginx, in one run. Needs wrk and nginx
# (apt-get install wrk nginx-light), a built program (./start --build-only) and sqlite3.
set -euo pipefail
cd "$(dirname "$0")/.."
dir=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$dir"' EXIT
build/release/bin/ccop demo --charter charter/ccop.toml --data "$dir/data" --origin http://localhost:8195 >/dev/null
# A reading token, put beside the program as it would put it there itself.
token=bench-token
id=$(printf %s "$token" | openssl dgst -sha256 -binary | base64 | tr '+/' '-_' | tr -d '=')
now=$(date -u +%Y-%m-%dT%H:%M:%S.000Z)
sqlite3 "$dir/data/ccop/community.db" "INSERT INTO settings VALUES ('token/$id', CAST('{\"label\":\"bench\",\"last_seen\":\"$now\",\"person\":0,\"since\":\"$now\",\"until\":\"2099-01-01T00:00:00.000Z\"}' AS BLOB))"
build/release/bin/ccop serve --listen 127.0.0.1:8195 --data "$dir/data" >"$dir/log" &
sleep 1
path=${1:-/c/ccop/api/motions}
mkdir "$dir/www"
curl -sf -H "Authorization: Bearer $token" "http://127.0.0.1:8195$path" >"$dir/www/file.json"
cat >"$dir/nginx.conf" <<N
worker_processes 2; pid $dir/nginx.pid; error_log /dev/null; daemon off;
events { worker_connections 1024; }
http { access_log off; sendfile on; types { application/json json; } keepalive_requests 1000000; server { listen 127.0.0.1:8196 reuseport; root $dir/www; } }
N
nginx -c "$dir/nginx.conf" & sleep 1
echo "bytes of the answer: $(stat -c %s "$dir/www/file.json")"
for round in 1 2 3; do
  ours=$(wrk -t2 -c64 -d6s -H "Authorization: Bearer $token" "http://127.0.0.1:8195$path" | awk '/Requests\/sec/ {print $2}')
  theirs=$(wrk -t2 -c64 -d6s http://127.0.0.1:8196/file.json | awk '/Requests\/sec/ {print $2}')
  echo "requests/s: ccop $ours, nginx $theirs, ratio $(echo "scale=2; $ours / $theirs" | bc)"
done
echo "resident memory: $(awk '/VmRSS/ {print $2 " KB"}' "/proc/$(pgrep -f 'ccop serve --listen 127.0.0.1:8195')/status")"
