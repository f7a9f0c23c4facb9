#!/usr/bin/env python3
"""A demonstration community of a bench's own, and its server: on a free port, and known to be the one that answers there. Whatever is
not as it should be is `Wrong`, which ends the bench with a sentence and status 1.

As a program, for the benches in JavaScript: served.py CCOP-PROGRAM [postgresql://...|limited]. Founds, and prints a line of JSON; serves when told
`serve`, kills the server when told `kill`, and prints another each time; ends when its input does."""
import http.client
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time

root = pathlib.Path(__file__).resolve().parent.parent


class Wrong(Exception):
    """Why nothing that was measured may be believed."""


def require(holds, sentence):
    if not holds:
        raise Wrong(sentence)


def run(bench):
    """Runs a bench's main function; says what was wrong, and ends with a status that tells."""
    try:
        bench()
    except Exception as error:  # whatever it is, it spoils the run
        said = str(error) if isinstance(error, Wrong) else f"{type(error).__name__}: {error}"
        print(f"{os.path.basename(sys.argv[0])}: WRONG, no figure of this run counts: {said}", file=sys.stderr, flush=True)
        sys.exit(1)


def program_of(path):
    found = pathlib.Path(path).resolve()
    require(os.access(found, os.X_OK) and found.is_file(), f"there is no program at {path}; build it with ./start --build-only")
    return str(found)


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def require_own_port(process, port):
    """That it is `process` itself, and nobody else, who listens on the port."""
    listening = {line.split()[9] for line in open("/proc/net/tcp").readlines()[1:]
                 if line.split()[3] == "0A" and int(line.split()[1].split(":")[1], 16) == port}
    own = set()
    for descriptor in pathlib.Path(f"/proc/{process.pid}/fd").iterdir():
        held = re.fullmatch(r"socket:\[(\d+)\]", os.readlink(descriptor))
        if held:
            own.add(held[1])
    require(listening and listening <= own, f"another program than the bench's own listens on port {port}")


def wait_until(happened, process, what, seconds=60):
    until = time.monotonic() + seconds
    while not happened():
        require(process.poll() is None, f"{what} ended by itself with status {process.returncode}")
        require(time.monotonic() < until, f"{what} was not ready within {seconds} s")
        time.sleep(0.02)


def resident_megabytes(pid):
    return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text())[1]) // 1024


def simulate(program, data, years):
    """Years of a community's life in a folder; how many entries its record has."""
    done = subprocess.run([program, "simulate", "--charter", root / "charter/ccop.toml", "--years", str(years), "--out", data],
                          capture_output=True, text=True)
    require(done.returncode == 0, f"nothing was simulated: {done.stderr.strip()[-300:]}")
    return int(re.match(r"(\d+) entries", done.stdout)[1])


class Community:
    """Founded when made, served when told; use it in a `with`. A bench asks for more than anybody may, unless it is `limited`."""

    unlimited = [word for quota in ("acts-an-hour", "committee-acts-an-hour", "content-bytes-a-day", "threat-bytes-a-day", "threat-objects-a-day", "streams", "connections-by-address") for word in (f"--{quota}", "1000000000")]

    def __init__(self, program, store=None, limited=False):
        self.store = ["--store", store] if store else []
        self.quotas = [] if limited else self.unlimited
        self.program = program_of(program)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ccop-bench-"))
        self.folder.chmod(0o755)  # for nginx, which may run as somebody else
        self.data = self.folder / "data"
        self.server = None
        self.port = free_port()
        self.origin = f"http://localhost:{self.port}"
        self.url = f"http://127.0.0.1:{self.port}"
        self.path = "/c/ccop"
        made = subprocess.run([self.program, "demo", "--answering", "0", "--charter", root / "charter/ccop.toml", "--data", self.data, "--origin", self.origin,
                               *self.store], capture_output=True, text=True)
        require(made.returncode == 0, f"the community could not be made: {made.stderr.strip()}")
        self.links = made.stdout
        self.token = re.search(r"read-write token of a Member: (\S+)", self.links)[1]
        self.record_token = re.search(r"record-reading token of a Member: (\S+)", self.links)[1]

    def serve(self):
        self.log = self.folder / "server.log"
        with open(self.log, "wb") as log:
            self.server = subprocess.Popen([self.program, "serve", "--data", self.data, "--listen", f"127.0.0.1:{self.port}",
                                            "--origin", self.origin, *self.store, *self.quotas], stdout=log, stderr=subprocess.STDOUT)
        try:
            wait_until(lambda: b"serving " in self.log.read_bytes(), self.server, "the server")
        except Wrong as wrong:
            raise Wrong(f"{wrong}; it said: {self.log.read_text().strip()[-300:]}") from None
        require_own_port(self.server, self.port)
        # The token was made for this community a moment ago, so no other server knows it, or knows it from one that is made up.
        status, _ = self.ask("GET", "/api/motions", {"Authorization": "Bearer " + self.token[::-1]})
        require(status == 401, f"the server answers {status} to a token that nobody has")
        motions = json.loads(self.get("/api/motions")).get("motions")
        require(motions, "the server does not know the demonstration's motions")
        return self

    def token_for(self, path):
        return self.token if path.startswith(("/api/exchange", "/taxii2")) else self.record_token

    def ask(self, method, path, headers=None, body=None):
        """Status and body of an answer under the community's path, asked with a machine's token if with nothing else."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, self.path + path, body, headers or {"Authorization": "Bearer " + self.token_for(path)})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def get(self, path, headers=None):
        status, body = self.ask("GET", path, headers)
        require(status == 200, f"GET {path} was answered {status}: {body[:200]!r}")
        return body

    def require_well(self):
        """That the server is still there and has nothing to complain of."""
        require(self.server.poll() is None, f"the server ended during the run with status {self.server.returncode}")
        log = self.log.read_text()
        require('"level":"error"' not in log, f"the server complained: {log.strip()[-300:]}")

    def kill(self):
        self.require_well()
        self.server.kill()
        self.server.wait()

    def stop(self):
        self.require_well()
        self.server.terminate()
        require(self.server.wait(timeout=60) == 0, f"the server ended with status {self.server.returncode}")

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        try:
            if self.server and kind is None and self.server.poll() is None:
                self.stop()
        finally:
            if self.server and self.server.poll() is None:
                self.server.kill()
                self.server.wait()
            shutil.rmtree(self.folder)


def main():
    more = {"limited": True} if sys.argv[2:] == ["limited"] else {"store": "".join(sys.argv[2:3])}
    with Community(sys.argv[1], **more) as community:
        def tell(**facts):
            print(json.dumps(facts), flush=True)
        tell(data=str(community.data), origin=community.origin, port=community.port, path=community.path, links=community.links,
             token=community.token)
        for line in sys.stdin:
            word = line.strip()
            require(word in ("serve", "kill"), f"what is '{word}'? only 'serve' and 'kill' are known")
            community.serve() if word == "serve" else community.kill()
            tell(pid=community.server.pid)
        if community.server and community.server.poll() is None:
            community.stop()


if __name__ == "__main__":
    run(main)
