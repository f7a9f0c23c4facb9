#!/usr/bin/env python3
"""Whether the benches notice when they are lied to: runs each with a program that misbehaves in one way, and expects a sentence and a
status other than 0. Ends with `N passed, N failed`.

usage: provoke.py CCOP-PROGRAM [BELENIOS-TOOL [MEDALLION-CHECKOUT]]"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent

# A program that is ccop, but for one lie. `serve` has the port in its fifth word.
liar = """#!/bin/bash
port=${{5##*:}}
case "$LIE $1 $2" in
  'taken serve '*) python3 {folder}/stranger.py $port 401 & sleep 1; trap 'kill %1' EXIT; {ccop} "$@"; exit ;;
  'elsewhere serve '*) python3 {folder}/stranger.py $port 200 & trap 'kill %1; exit' TERM EXIT; wait ;;
  'refuses serve '*) exec python3 {folder}/stranger.py $port 401 ;;
  'flatters serve '*) exec python3 {folder}/stranger.py $port 200 ;;
  'dies serve '*) (sleep $AFTER; kill -9 $$) & exec {ccop} "$@" ;;
  'token demo '*) {ccop} "$@" | sed -E 's/(read-write token of a Member: )../\\1__/' ;;
  'slights serve '*) exec python3 {folder}/slighting.py {ccop} "$@" ;;
  'counts import '*) {ccop} "$@" >/dev/null; echo '123456 objects: 123456 new' ;;
  'believes audit '*) echo 'The record is sound.'; echo '12 signatures hold' ;;
  'denies audit '*) echo 'WRONG at entry 3: its signature does not hold'; exit 1 ;;
  'believes election verify') echo 'counted: 3' ;;
  'denies election verify') exit 1 ;;
  *) exec {ccop} "$@" ;;
esac
"""
# Says that it serves, and gives everybody the same answer.
stranger = """
import http.server, sys
class Stranger(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_GET(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = b'{"person":0,"more":false,"objects":[],"meetings":[],"motions":[{}],"success_count":100,"pending_count":0,"failure_count":0}'
        self.send_response(int(sys.argv[2]))
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    do_POST = do_GET
    def log_message(self, *_): pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Stranger)
print("serving 1 community", flush=True)
server.serve_forever()
"""
# The server itself, but that it refuses acts: nobody enters a session, nobody is registered.
slighting = """
import http.client, http.server, signal, socket, subprocess, sys
program, *words = sys.argv[1:]
port = int(words[4].split(":")[1])
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    behind = free.getsockname()[1]
words[4] = "127.0.0.1:%d" % behind
server = subprocess.Popen([program, *words], stdout=subprocess.PIPE)
server.stdout.readline()
refused = (b"enter-session", b"register-person")
class Slighting(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_GET(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path.endswith("/api/acts") and any(word in body for word in refused):
            return self.answer(422, [("Content-Type", "application/problem+json")], b'{"status":422,"key":"not-today"}')
        connection = http.client.HTTPConnection("127.0.0.1", behind, source_address=(self.client_address[0], 0))
        connection.request(self.command, self.path, body or None, dict(self.headers))
        answer = connection.getresponse()
        if answer.getheader("Content-Type") == "text/event-stream":
            self.send_response(200)
            self.send_header("Connection", "close")
            self.end_headers()
            event = b""
            while line := answer.readline():
                event += line
                if line.strip() == b"":
                    self.wfile.write(event)
                    event = b""
            return
        kept = ("content-type", "set-cookie")
        self.answer(answer.status, [(name, value) for name, value in answer.getheaders() if name.lower() in kept], answer.read())
    def answer(self, status, headers, body):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    do_POST = do_GET
    def log_message(self, *_): pass
def end(*_):
    server.terminate()
    sys.exit(server.wait())
signal.signal(signal.SIGTERM, end)
class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 1024
served = Server(("127.0.0.1", port), Slighting)
print("serving 1 community", flush=True)
served.serve_forever()
"""
# A bundle with one technique, named as one that attack.mjs looks for.
bundle = """{"type":"bundle","id":"bundle--4d1d1c4b-3e0b-4d0f-8f3e-0d9b3e6f5a11","objects":[{"type":"attack-pattern","spec_version":"2.1",
"id":"attack-pattern--9b1e8a52-4a53-4a3e-8f0e-5a1c2b3d4e5f","created":"2026-01-01T00:00:00.000Z","modified":"2026-01-01T00:00:00.000Z",
"name":"Kerberoasting","external_references":[{"source_name":"mitre-attack","external_id":"T1558"}],
"kill_chain_phases":[{"kill_chain_name":"mitre-attack","phase_name":"credential-access"}]}]}"""
serving = ("taken", "elsewhere", "refuses", "flatters", "dies")


def benches(folder, ccop, peers):
    """Name, command, and the lies that it has to notice."""
    yield "answers.py", [sys.executable, here / "answers.py", ccop, "/api/motions", "1", "2"], serving + ("token",)
    yield "exchange.py", [sys.executable, here / "exchange.py", ccop, "1000", "2", "1"], serving + ("token",)
    yield "listeners.mjs", ["node", here / "listeners.mjs", "100", ccop], serving + ("slights",)
    yield "readers.mjs", ["node", here / "readers.mjs", ccop, "1", "1", "8"], serving + ("slights",)
    yield "signed.mjs", ["node", here / "signed.mjs", ccop, "1", "1", "8"], serving + ("slights", "believes", "denies")
    yield "audited.py", [sys.executable, here / "audited.py", ccop, "1", "1"], ("believes", "denies")
    yield "attack.mjs", ["node", here / "attack.mjs", ccop, folder / "bundle.json"], serving + ("counts",)
    if peers:
        yield "election.py", [sys.executable, here / "election.py", ccop, peers[0], "3", "1", "2"], ("believes", "denies")
    if len(peers) > 1:
        yield "medallion.py", [sys.executable, here / "medallion.py", ccop, peers[1], "400"], serving + ("token",)


def main():
    ccop, *peers = [str(pathlib.Path(path).resolve()) for path in sys.argv[1:]]
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="ccop-provoke-") as name:
        folder = pathlib.Path(name)
        (folder / "stranger.py").write_text(stranger)
        (folder / "slighting.py").write_text(slighting)
        (folder / "bundle.json").write_text(bundle)
        program = folder / "ccop"
        program.write_text(liar.format(folder=folder, ccop=ccop))
        program.chmod(0o755)
        for bench, command, lies in benches(folder, program, peers):
            for lie in ("",) + lies:
                environment = os.environ | {"LIE": lie, "AFTER": "0.7"}
                done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600)
                said = re.findall(r"WRONG, no figure of this run counts: (.*)", done.stderr)
                fits = done.returncode == 0 and not said if lie == "" else done.returncode != 0 and bool(said)
                passed, failed = passed + fits, failed + (not fits)
                print(f"{'ok    ' if fits else 'FAILED'} {bench}, {lie or 'honest'}: status {done.returncode}: "
                      f"{said[0][:160] if said else done.stdout.strip()[-100:]}", flush=True)
                if not fits and not said:
                    print(done.stderr.strip()[-600:])
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
