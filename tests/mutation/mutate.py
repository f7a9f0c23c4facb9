#!/usr/bin/env python3
"""Changes random lines of the domain and the host, one at a time, and asks whether the tests notice: docs/testing.md.

usage: mutate.py [--count 100] [--seed 1] [--jobs 2] [--only SUBSTRING-OF-A-PATH] [--list]

All changes are compiled into one program of tests. What was found lies in build/mutation/; a run that is cut off goes on where it
was when it is asked for again with the same sources, seed and count. Ends with `N of M mutants noticed`.
"""
import argparse
import concurrent.futures
import hashlib
import json
import os
import random
import re
import sys

sys.dont_write_bytecode = True
here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, here)
PROJECT = os.path.dirname(os.path.dirname(here))

import places
from tree import Tree
from trial import Tests

MUTATED = ("src/community/", "src/host/")
FOLDER = os.path.join(PROJECT, "build", "mutation")
GOAL = 0.9


def read_arguments():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="")
    parser.add_argument("--list", action="store_true")
    return parser.parse_args()


def fingerprint(tree, asked):
    """Of all that decides which mutants there are and what the tests say to them."""
    sum_ = hashlib.sha256(f"{asked.count} {asked.seed} {asked.only}".encode())
    for path in tree.wanted():
        if path.startswith(("src/", "tests/", "CMake", "charter/")):
            with open(os.path.join(PROJECT, path), "rb") as source:
                sum_.update(path.encode() + b"\0" + source.read())
    return sum_.hexdigest()


def places_of(job):
    root, path, arguments = job
    found = places.find(os.path.join(root, path), arguments)
    return [{**vars(place), "file": path} for place in found]


def those_that_compile(job):
    """The mutants of a file without those that clang can't read: where it stumbles tells which they are."""
    tree, path, arguments, mutants = job
    file = os.path.join(tree.root, path)
    while mutants:
        text, ranges = tree.mutated(path, mutants)
        stumbles = places.errors_in(file, arguments, text)
        if stumbles is None:
            return mutants
        bad = {culprit(ranges, at) for at in stumbles} - {None}
        if not bad:  # it can't be told: each by itself
            return [m for m in mutants if len(mutants) > 1 and those_that_compile((tree, path, arguments, [m]))]
        mutants = [mutant for mutant in mutants if mutant["id"] not in bad]
    return []


def culprit(ranges, at):
    """The innermost mutant around this place."""
    around = [(end - start, number) for number, (start, end) in ranges.items() if start <= at < end]
    return min(around)[1] if around else None


def line_at(tree, mutant):
    """The lines that the mutant touches, as they are and as they would be."""
    text = tree.original(mutant["file"]).encode()
    first = text.rfind(b"\n", 0, mutant["start"]) + 1
    last = text.find(b"\n", mutant["end"])
    was = text[first:last].decode()
    becomes = (text[first:mutant["start"]] + mutant["changed"].encode() + text[mutant["end"]:last]).decode()
    return text.count(b"\n", 0, mutant["start"]) + 1, " ".join(was.split()), " ".join(becomes.split())


def choose(tree, asked, pool):
    """So many mutants, each on a line of its own, drawn by chance among the lines that can be changed, and all compiling."""
    commands = tree.commands()
    files = [path for path in tree.wanted() if path.startswith(MUTATED) and path.endswith(".cpp") and asked.only in path]
    unread = [path for path in files if path not in commands]
    if unread:  # nothing would be drawn from them, and the figure would be of the others alone
        raise SystemExit(f"{len(unread)} of {len(files)} files are not compiled by themselves, the first {unread[0]}")
    lines = {}
    for found in pool.map(places_of, [(tree.root, path, commands[path]) for path in files]):
        for place in found:
            line, before, after = line_at(tree, place)
            lines.setdefault((place["file"], line), []).append({**place, "line": line, "was": before, "becomes": after})
    print(f"{sum(map(len, lines.values()))} places on {len(lines)} lines of {len(files)} files")
    chance = random.Random(asked.seed)
    order = sorted(lines)
    chance.shuffle(order)
    drawn = [{**chance.choice(lines[line]), "id": number} for number, line in enumerate(order, 1)]
    kept, at = [], 0
    while len(kept) < asked.count and at < len(drawn):
        more = drawn[at:at + asked.count - len(kept)]
        at += len(more)
        changed = sorted({mutant["file"] for mutant in more})
        jobs = [(tree, path, commands[path], [mutant for mutant in more if mutant["file"] == path]) for path in changed]
        kept += [mutant for group in pool.map(those_that_compile, jobs) for mutant in group]
    return sorted(kept, key=lambda mutant: mutant["id"])


def prepare(asked):
    """The mutants, and the program in which they all are; what an earlier run left is taken up."""
    tree, state = Tree(PROJECT, FOLDER), os.path.join(FOLDER, "mutants.json")
    mark = fingerprint(tree, asked)
    if os.path.exists(state):
        with open(state, encoding="utf-8") as source:
            kept = json.load(source)
        if kept["fingerprint"] == mark:
            return kept["mutants"], tree
    for name in ("mutants.json", "results.jsonl", "reached.tsv", os.path.basename(tree.program())):
        if os.path.exists(os.path.join(FOLDER, name)):
            os.remove(os.path.join(FOLDER, name))
    tree.sync()
    tree.configure()
    with concurrent.futures.ProcessPoolExecutor(asked.jobs) as pool:
        mutants = choose(tree, asked, pool)
    with open(state, "w", encoding="utf-8") as out:
        json.dump({"fingerprint": mark, "mutants": mutants}, out, indent=1)
    return mutants, tree


def build(mutants, tree, jobs):
    if os.path.exists(tree.program()):
        return
    tree.sync()
    tree.write_mutated(mutants)
    tree.compile(jobs)


def results_so_far():
    file = os.path.join(FOLDER, "results.jsonl")
    if not os.path.exists(file):
        return {}
    with open(file, encoding="utf-8") as source:
        return {result["id"]: result for result in map(json.loads, source)}


def try_all(mutants, tests, jobs):
    results = results_so_far()
    waiting = [mutant for mutant in mutants if mutant["id"] not in results]
    with open(os.path.join(FOLDER, "results.jsonl"), "a", encoding="utf-8") as out, \
            concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        runs = {pool.submit(tests.notice, mutant["id"]): mutant for mutant in waiting}
        for run in concurrent.futures.as_completed(runs):
            noticed, how = run.result()
            result = {"id": runs[run]["id"], "noticed": noticed, "how": how}
            results[result["id"]] = result
            out.write(json.dumps(result) + "\n")
            out.flush()
            told = "noticed  " if noticed else "UNNOTICED"
            print(f"{len(results)}/{len(mutants)} {told} {runs[run]['file']}:{runs[run]['line']} {runs[run]['kind']}: {how}", flush=True)
    return results


def known_reasons():
    """(file, before, after) of the mutants for which docs/testing.md says why nobody can notice them."""
    with open(os.path.join(PROJECT, "docs", "testing.md"), encoding="utf-8") as source:
        lines = [line.strip()[1:-1] for line in source if line.startswith("| `src/")]
    rows = [[cell.replace("\\|", "|").strip().strip("`") for cell in re.split(r"(?<!\\)\|", line)] for line in lines]
    return {tuple(row[:3]) for row in rows if len(row) == 4 and row[3]}


def report(mutants, results):
    reasons = known_reasons()
    explained = [m for m in mutants if not results[m["id"]]["noticed"] and (m["file"], m["was"], m["becomes"]) in reasons]
    open_ = [m for m in mutants if not results[m["id"]]["noticed"] and m not in explained]
    for mutant in open_:
        print(f"\n{mutant['file']}:{mutant['line']}  {mutant['kind']}, {results[mutant['id']]['how']}\n"
              f"  - {mutant['was']}\n  + {mutant['becomes']}")
    counted = len(mutants) - len(explained)
    noticed = counted - len(open_)
    if explained:
        print(f"\n{len(explained)} that nobody can notice are not counted (docs/testing.md)")
    print(f"\n{noticed} of {counted} mutants noticed")
    return counted > 0 and noticed >= GOAL * counted


def main():
    asked = read_arguments()
    os.makedirs(FOLDER, exist_ok=True)
    mutants, tree = prepare(asked)
    if asked.list:
        for mutant in mutants:
            print(f"{mutant['id']} {mutant['file']}:{mutant['line']} {mutant['kind']}\n  - {mutant['was']}\n  + {mutant['becomes']}")
        return 0
    build(mutants, tree, asked.jobs)
    tests = Tests(tree.program(), FOLDER, asked.seed)
    print(f"the tests pass without a mutant, in {tests.learn():.0f} s", flush=True)
    results = try_all(mutants, tests, asked.jobs)
    passed, how = tests.run(0, [], 3600)
    if not passed:
        print(f"the tests fail without a mutant when they are asked again, so nothing here counts: {how}")
        return 1
    return 0 if report(mutants, results) else 1


if __name__ == "__main__":
    sys.exit(main())
