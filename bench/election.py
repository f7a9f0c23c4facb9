#!/usr/bin/env python3
"""The final verification of an election, by belenios-tool and by ccop, side by side in one run: CPU seconds of whole processes.

usage: bench/election.py CCOP-PROGRAM BELENIOS-TOOL [BALLOTS QUESTIONS ANSWERS]
"""
import json
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

from served import program_of, require, root, run


def measured(command, folder):
    """CPU seconds and time of a whole process, and what it said; it has to have liked the election."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    took, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    said = (done.stdout + done.stderr).strip()
    require(done.returncode == 0, f"{' '.join(map(str, command))} ended with status {done.returncode}: {said[-300:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, took, said


def cast(tool, folder, ballots, questions, answers):
    choice = [[1] + [0] * (answers - 1)] * questions
    election = {"voters": ballots, "questions": [[answers, 1, 1, False]] * questions, "single": 1, "threshold": [2, 3],
                "votes": [[voter, choice] for voter in range(ballots)]}
    made = subprocess.run([sys.executable, root / "tests/ballot/make_election.py", tool, folder, json.dumps(election)],
                          capture_output=True, text=True)
    require(made.returncode == 0, f"the election could not be made: {made.stderr.strip()[-300:]}")
    archive = pathlib.Path(folder) / made.stdout.strip()
    require(archive.is_file(), f"no archive was made: {made.stdout.strip()}")
    return archive


def require_refused(program, archive, folder):
    """That verifying is what is measured: an archive with one byte changed has to be refused."""
    spoilt = pathlib.Path(folder) / "spoilt.bel"
    data = bytearray(archive.read_bytes())
    data[len(data) // 2] ^= 1
    spoilt.write_bytes(data)
    done = subprocess.run([program, "election", "verify", spoilt, "--without-bound-proofs"], capture_output=True)
    require(done.returncode != 0, "ccop verifies an archive of which a byte was changed")
    spoilt.unlink()


def main():
    ccop, tool = program_of(sys.argv[1]), program_of(sys.argv[2])
    ballots, questions, answers = (int(n) for n in (sys.argv[3:] or ("100", "10", "6")))
    with tempfile.TemporaryDirectory(prefix="ccop-bench-election-") as folder:
        print(f"{ballots} ballots, {questions} questions of {answers} answers; belenios-tool casts them ...", flush=True)
        archive = cast(tool, folder, ballots, questions, answers)
        require_refused(ccop, archive, folder)
        each = ballots * questions * answers
        for _ in range(3):
            theirs, their_time, _ = measured([tool, "election", "verify"], folder)
            verifying = [ccop, "election", "verify", archive, "--without-bound-proofs"]  # which belenios-tool does not make
            ours, our_time, said = measured([*verifying, "--threads", "1"], folder)
            _, both_cores, _ = measured(verifying, folder)
            require(f"counted: {ballots}\n" in said, f"ccop verified another number of ballots than {ballots}: {said}")
            print(f"CPU: belenios-tool {theirs:.2f} s ({1000 * theirs / each:.3f} ms an encrypted answer), ccop {ours:.3f} s "
                  f"({1000 * ours / each:.3f} ms): {theirs / ours:.1f} times less; time: {their_time:.2f} s, {our_time:.3f} s, with "
                  f"all cores {both_cores:.3f} s: {their_time / both_cores:.1f} times less", flush=True)


run(main)
