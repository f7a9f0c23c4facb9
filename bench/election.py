#!/usr/bin/env python3
"""The final verification of an election, by belenios-tool and by ccop, side by side in one run: CPU seconds of whole processes.

usage: bench/election.py BELENIOS-TOOL [BALLOTS QUESTIONS ANSWERS]     Needs a built program (./start --build-only).
"""
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

tool = os.path.abspath(sys.argv[1])
ballots, questions, answers = (int(n) for n in (sys.argv[2:] or ("100", "10", "6")))
root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ccop = os.path.join(root, "build/release/bin/ccop")
folder = tempfile.mkdtemp(prefix="ccop-bench-election-")
choice = [[1] + [0] * (answers - 1)] * questions
election = {"voters": ballots, "questions": [[answers, 1, 1, False]] * questions, "single": 1, "threshold": [2, 3],
            "votes": [[voter, choice] for voter in range(ballots)]}
print(f"{ballots} ballots, {questions} questions of {answers} answers; belenios-tool casts them ...", flush=True)
made = subprocess.run([sys.executable, os.path.join(root, "tests/ballot/make_election.py"), tool, folder, json.dumps(election)],
                      capture_output=True, text=True, check=True)
archive = os.path.join(folder, made.stdout.strip())


def measured(command):
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.monotonic() - began


for _ in range(3):
    theirs, their_time = measured([tool, "election", "verify"])
    ours, our_time = measured([ccop, "election", "verify", archive, "--threads", "1"])
    _, both_cores = measured([ccop, "election", "verify", archive])
    each = ballots * questions * answers
    print(f"CPU: belenios-tool {theirs:.2f} s ({1000 * theirs / each:.3f} ms an encrypted answer), ccop {ours:.3f} s "
          f"({1000 * ours / each:.3f} ms): {theirs / ours:.1f} times less; time: {their_time:.2f} s, {our_time:.3f} s, with "
          f"all cores {both_cores:.3f} s: {their_time / both_cores:.1f} times less")
