#!/usr/bin/env python3
"""How long the audit of a simulated record takes, beside verifying as many signatures of the same kind with OpenSSL, in one run. The
record's people sign with passkeys and session keys of Ed25519; a passkey also signs each session key, once.
usage: audited.py CCOP-PROGRAM [YEARS [ROUNDS]]     YEARS of a community's life"""
import collections
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

from served import program_of, require, run, simulate


def signatures_in(file):
    """How many entries the record has, and signatures of each kind, counted without ccop; and the time of its last entry."""
    counts, entries = collections.Counter(), 0
    database = sqlite3.connect(file)
    for (text,) in database.execute("SELECT bytes FROM entries ORDER BY seq"):
        entry, entries = json.loads(text), entries + 1
        counts.update(entry.get("signature", {}).keys())
        grant = entry.get("grant")
        if grant:
            require(grant["statement"]["algorithm"] == -8, "a session key is of another kind than Ed25519")
            counts["session key"] += 1
    database.close()
    return entries, counts, entry["at"]


def verified_alone(cores, seconds=3):
    """Signatures that OpenSSL verifies in a second."""
    done = subprocess.run(["openssl", "speed", "-multi", str(cores), "-seconds", str(seconds), "ed25519"], capture_output=True, text=True)
    rate = re.search(r"EdDSA \(Ed25519\) +\S+ +\S+ +\S+ +([\d.]+)", done.stdout)
    require(done.returncode == 0 and rate, f"openssl tells no rate: {(done.stdout + done.stderr)[-300:]}")
    return float(rate[1])


def audit(program, data, at):
    """At that time, as the record is of years to come: status, what it said, and seconds."""
    began = time.monotonic()
    done = subprocess.run([program, "audit", data, "--at", at], capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr, time.monotonic() - began


def require_refused(program, data, file, at):
    """That verifying is what is measured: one signature that was changed has to be found, for what it is."""
    database = sqlite3.connect(file)
    seq, text = database.execute("SELECT seq, bytes FROM entries ORDER BY seq DESC LIMIT 1").fetchone()
    entry = json.loads(text)
    (kind, signature), = entry["signature"].items()
    first = signature["signature"][0]
    signature["signature"] = ("B" if first == "A" else "A") + signature["signature"][1:]
    changed = json.dumps(entry, separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode()
    database.execute("UPDATE entries SET bytes = ? WHERE seq = ?", (changed, seq))
    database.commit()
    status, said, _ = audit(program, data, at)
    require(status == 1 and "its signature does not hold" in said, f"a {kind}'s signature was changed, and the audit says: {said[:200]}")
    database.execute("UPDATE entries SET bytes = ? WHERE seq = ?", (text, seq))
    database.commit()
    database.close()


def main():
    program = program_of(sys.argv[1])
    years, rounds = (int(sys.argv[at]) if len(sys.argv) > at else otherwise for at, otherwise in ((2, 100), (3, 3)))
    cores = os.cpu_count()
    with tempfile.TemporaryDirectory(prefix="ccop-bench-audit-") as folder:
        data = pathlib.Path(folder) / "data"
        simulated = simulate(program, data, years)
        file = data / "ccop/community.db"
        entries, counts, at = signatures_in(file)
        require(entries == simulated, f"the record has {entries} entries, and {simulated} were simulated")
        of_entries = counts["passkey"] + counts["session"] + counts["link"]
        print(f"{entries} entries, signed by {counts['passkey']} passkeys, {counts['session']} session keys, {counts['link']} links; "
              f"{counts['session key']} session keys signed by passkeys", flush=True)
        require_refused(program, data, file, at)
        for _ in range(rounds):
            one, all_cores = verified_alone(1), verified_alone(cores)
            status, said, took = audit(program, data, at)
            held = re.search(r"(\d+) signatures [a-z, ]*hold", said)
            require(status == 0 and held, f"the audit ended with status {status}: {said[:300]}")
            require(int(held[1]) == of_entries, f"the audit found {held[1]} signatures, and the entries have {of_entries}")
            rate = counts.total() / took
            print(f"audited in {took:.2f} s: {rate:.0f} signatures/s; OpenSSL verifies {one:.0f}/s on one core, ratio {rate / one:.2f}, and "
                  f"{all_cores:.0f}/s on {cores}, ratio {rate / all_cores:.2f}", flush=True)


run(main)
