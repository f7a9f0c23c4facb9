#!/usr/bin/env python3
"""Asks ccop and nginx the same odd requests, and holds their verdicts side by side: docs/testing.md.

usage: beside_nginx.py CCOP-PROGRAM

What nginx refuses, ccop refuses; and where both take a request, both see as many requests in the same bytes, so that no proxy
and no server behind it disagree about where one ends. Each difference is written down below with its reason; one that isn't, or
that is no longer there, fails. Needs nginx (apt-get install nginx-light).
"""
import concurrent.futures
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from odd_requests import PLAIN, all_requests

HARBOUR = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "charters", "harbour.toml")
REFUSALS = {400, 405, 408, 411, 413, 414, 417, 421, 431, 494, 501, 505}
PATIENCE_S = 1.0

# What nginx takes and ccop refuses needs no reason: refusing is the careful side. Where ccop takes what nginx refuses, by what the
# request holds:
TAKEN_WITH_REASON = {
    b"Host:\th": "a tab before a value is white space that is no part of it (RFC 9112, section 5)",
    b"Content-Length: 4\t\r\n": "the same after a value",
}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, process):
    for _ in range(200):
        if process.poll() is not None:
            raise SystemExit(f"{process.args[0]} ended with {process.returncode}")
        try:
            socket.create_connection(("127.0.0.1", port), 0.2).close()
            return
        except OSError:
            time.sleep(0.05)
    raise SystemExit(f"{process.args[0]} does not listen")


def start_ccop(program, folder):
    data, port = os.path.join(folder, "data"), free_port()
    subprocess.run([program, "init", "--charter", HARBOUR, "--data", data], check=True, stdout=subprocess.DEVNULL)
    process = subprocess.Popen([program, "serve", "--data", data, "--listen", f"127.0.0.1:{port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_for(port, process)
    return process, port


def start_nginx(folder):
    nginx = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
    if not nginx:
        raise SystemExit("nginx is not installed (apt-get install nginx-light)")
    port, user = free_port(), "user root; " if os.getuid() == 0 else ""
    with open(os.path.join(folder, "nginx.conf"), "w", encoding="utf-8") as config:
        config.write(f"{user}daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;\nevents {{ }}\n"
                     f"http {{ access_log off; server {{ listen 127.0.0.1:{port}; location / {{ return 200 ok; }} }} }}\n")
    process = subprocess.Popen([nginx, "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf"])
    wait_for(port, process)
    return process, port


def statuses(port, request):
    """Of all answers that come until the server closes, or says nothing more."""
    with socket.create_connection(("127.0.0.1", port), 5) as connection:
        connection.settimeout(PATIENCE_S)
        answer = b""
        try:
            connection.sendall(request + PLAIN)
            while piece := connection.recv(65536):
                answer += piece
        except OSError:  # it waits for more of what it takes for a body, or closed at once
            pass
    return [int(status) for status in re.findall(rb"HTTP/1\.1 (\d{3}) ", answer) if status != b"100"]


def is_refused(seen):
    return not seen or seen[0] in REFUSALS


def difference(ours, theirs):
    """Nothing, or what is wrong with our verdict."""
    if is_refused(ours) and ours[:1] != [405]:  # which is about the method of a request whose end is clear
        return None if len(ours) <= 1 else f"refused, and what followed was read all the same: {ours}"
    if is_refused(theirs):
        return None if is_refused(ours) else f"taken ({ours}) where nginx refuses ({theirs})"
    return None if len(ours) == len(theirs) else f"{len(ours)} requests seen where nginx sees {len(theirs)}"


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    folder = tempfile.mkdtemp()
    started = []
    try:
        started += [start_ccop(sys.argv[1], folder), start_nginx(folder)]
        (_, ccop), (_, nginx) = started
        requests = all_requests()
        mistakes, excused, refused = [], set(), 0
        with concurrent.futures.ThreadPoolExecutor(16) as pool:  # most of the time is waiting for what doesn't come
            verdicts = pool.map(lambda request: (request, statuses(ccop, request), statuses(nginx, request)), requests)
        for request, ours, theirs in verdicts:
            refused += is_refused(ours)
            wrong = difference(ours, theirs)
            reason = next((key for key in TAKEN_WITH_REASON if key in request), None) if wrong else None
            excused.add(reason)
            if wrong and not reason:
                mistakes.append(f"{request[:90]!r}: {wrong}")
        mistakes += [f"{key!r} makes no difference any more" for key in TAKEN_WITH_REASON if key not in excused]
        print(f"{len(requests)} odd requests: {refused} refused, {len(requests) - refused} taken as nginx takes them, {len(mistakes)} mistakes")
        print("\n".join(mistakes))
        return 1 if mistakes else 0
    finally:
        for process, _ in started:
            process.send_signal(signal.SIGTERM)
            process.wait()
        shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
