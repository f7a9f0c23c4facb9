#!/usr/bin/env python3
"""How long a server takes until it serves a simulated record: by replay and from its snapshot, beside reading the record's bytes alone.
usage: start.py CCOP-PROGRAM [YEARS [ROUNDS]]     YEARS of a community's life"""
import http.client
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

from served import free_port, program_of, require, require_own_port, run, simulate


def read_alone(file):
    """Seconds for reading each entry, how many there are, and their bytes."""
    database = sqlite3.connect(file)
    began, count, weight = time.monotonic(), 0, 0
    for (entry,) in database.execute("SELECT bytes FROM entries ORDER BY seq"):
        count, weight = count + 1, weight + len(entry)
    took = time.monotonic() - began
    database.close()
    return took, count, weight


def forget_snapshot(program, data):
    """What lies beside the record is sealed: the program alone takes anything away."""
    subprocess.run([program, "forget", "--data", data], check=True, stdout=subprocess.DEVNULL)


def has_snapshot(file):
    database = sqlite3.connect(file)
    found = database.execute("SELECT length(value) FROM settings WHERE name = 'snapshot'").fetchone()
    database.close()
    return found is not None and found[0] > 0


def record_size(port):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/c/ccop/log/checkpoint")
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    require(answer.status == 200, f"the checkpoint was answered {answer.status}: {text[:200]}")
    return int(text.split("\n")[1])


def start(program, data, entries):
    """Seconds until the program says that it serves; what it serves has to be the whole record."""
    port = free_port()
    command = [program, "serve", "--data", data, "--listen", f"127.0.0.1:{port}"]
    began = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        try:
            line = server.stdout.readline()
            took = time.monotonic() - began
            require("serving " in line, f"the server does not serve: {line.strip()}")
            require_own_port(server, port)
            size = record_size(port)
            require(size >= entries, f"the server serves {size} entries of {entries}")
        finally:
            server.terminate()
            rest = server.stdout.read()
        require(server.wait(timeout=60) == 0, f"the server ended with status {server.returncode}: {rest.strip()[-300:]}")
    return took


def main():
    program = program_of(sys.argv[1])
    years, rounds = (int(sys.argv[at]) if len(sys.argv) > at else otherwise for at, otherwise in ((2, 100), (3, 3)))
    with tempfile.TemporaryDirectory(prefix="ccop-bench-start-") as folder:
        data = pathlib.Path(folder) / "data"
        simulated = simulate(program, data, years)
        file = data / "ccop/community.db"
        _, entries, weight = read_alone(file)
        require(entries == simulated, f"the record has {entries} entries, and {simulated} were simulated")
        print(f"{entries} entries, {weight / 1e6:.1f} MB", flush=True)
        for _ in range(rounds):
            forget_snapshot(program, data)
            alone, _, _ = read_alone(file)
            replay = start(program, data, entries)
            require(has_snapshot(file), "the server left no snapshot behind")
            snapshot = start(program, data, entries)
            print(f"serving after {replay:.3f} s by replay; reading the bytes alone {alone:.3f} s, ratio {replay / alone:.2f}; "
                  f"after {snapshot:.3f} s from the snapshot, ratio to the replay {snapshot / replay:.2f}", flush=True)


run(main)
