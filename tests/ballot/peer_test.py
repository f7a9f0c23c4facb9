#!/usr/bin/env python3
"""Elections of many shapes, made by belenios-tool and verified by ccop, and the other way round; and changed in ways that
both must refuse.

usage: peer_test.py BELENIOS-TOOL CCOP CCOP-TESTS     Ends with `N passed, N failed`.
"""
import hashlib
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

tool, ccop, ccop_tests = (os.path.abspath(program) for program in sys.argv[1:4])
here = os.path.dirname(os.path.abspath(__file__))
folder = tempfile.mkdtemp(prefix="ccop-elections-")
chance = random.Random(7)
counts = {True: 0, False: 0}


def report(name, fine, detail=""):
    counts[fine] += 1
    if not fine:
        print(f"FAILED  {name} {detail}")


def random_choice(answers, low, high, blank):
    chosen = [0] * answers
    if blank and chance.random() < 0.3:
        return [1, *chosen]
    for i in chance.sample(range(answers), chance.randint(low, high)):
        chosen[i] = 1
    return [0, *chosen] if blank else chosen


def wanted(voters, ballots, questions, **more):
    votes = [[chance.randrange(voters), [random_choice(*q) for q in questions]] for _ in range(ballots)]
    return {"voters": voters, "questions": questions, "votes": votes, **more}


def expected(election):
    last = {voter: choice for voter, choice in election["votes"]}
    weights = election.get("weights") or [1] * election["voters"]
    sums = [[0] * (answers + (1 if blank else 0)) for answers, _, _, blank in election["questions"]]
    for voter, choice in last.items():
        for question, values in zip(sums, choice):
            for i, value in enumerate(values):
                question[i] += weights[voter] * value
    return sums


def verify(archive, *given):
    return subprocess.run([ccop, "election", "verify", archive, *given], capture_output=True, text=True, check=False)


def verify_theirs(archive):
    """belenios-tool makes no bound proofs: that its own are enough has to be said."""
    return verify(archive, "--without-bound-proofs")


def make(name, election):
    where = os.path.join(folder, name)
    made = subprocess.run([sys.executable, os.path.join(here, "make_election.py"), tool, where, json.dumps(election)],
                          capture_output=True, text=True, check=False)
    if made.returncode != 0:
        report(name, False, made.stderr[-2000:])
        return None
    return os.path.join(where, made.stdout.strip())


def read(archive):
    """The files of an old-style tar, in their order."""
    files, at = [], 0
    with open(archive, "rb") as source:
        tar = source.read()
    while at + 512 <= len(tar):
        size = int(tar[at + 124:at + 135], 8)
        files.append([tar[at:at + 100].split(b"\0")[0].decode(), tar[at + 512:at + 512 + size].decode()])
        at += 512 + (size + 511) // 512 * 512
    return files


def write(files, archive):
    """Packs the files with every name, and every reference to it, fitting the bytes."""
    renamed, tar = {}, b""
    for name, text in files:
        for before, after in renamed.items():
            text = text.replace(before, after)
        body = text.encode()
        if name != "BELENIOS":
            digest = hashlib.sha256(body).hexdigest()
            renamed[name[:64]] = digest
            name = digest + name[64:]
        header = bytearray(512)
        header[0:len(name)] = name.encode()
        header[100:107], header[108:115], header[116:123] = b"0000644", b"0000000", b"0000000"
        header[124:135], header[136:147], header[156:157] = b"%011o" % len(body), b"00000000000", b"0"
        header[148:156] = b" " * 8
        header[148:156] = b"%06o\0 " % sum(header)
        tar += bytes(header) + body + bytes(-len(body) % 512)
    with open(archive, "wb") as out:
        out.write(tar)


def changes(files):
    """Files with one thing changed, each with the name of the change."""
    places = [("trustees", r'^\[\["Single"'), ("ballot", r'^\{"election_uuid"'), ("tally", r'^\[\[\{"alpha"'),
              ("decryption", r'^\{"decryption_factors"')]
    kinds = {"challenge": r'"challenge":"(\d+)"', "response": r'"response":"(\d+)"', "point": r'"([0-9a-f]{64})"'}
    for place, beginning in places:
        for kind, pattern in kinds.items():
            found = [(i, m) for i, (name, text) in enumerate(files) if ".data." in name and re.match(beginning, text)
                     for m in re.finditer(pattern, text)]
            for i, m in chance.sample(found, min(4, len(found))):
                other = "c9a3f86aae465f0e56513864510f3997561fa2c9e85ea21dc2292309f3cd6022" if kind == "point" else "12345"
                text = files[i][1]
                yield f"{place}: {kind}", [*files[:i], [files[i][0], text[:m.start(1)] + other + text[m.end(1):]], *files[i + 1:]]
    # Single bytes, anywhere in what is proved; but the roll, of whose voters not all have voted.
    proved = [i for i, (name, text) in enumerate(files) if ".data." in name and not text.startswith('["')]
    for i in chance.choices(proved, weights=[len(files[i][1]) for i in proved], k=25):
        text = files[i][1]
        at = chance.randrange(len(text))
        other = "2" if text[at] == "1" else "1"
        yield f"byte ({at} of {text[:30]})", [*files[:i], [files[i][0], text[:at] + other + text[at + 1:]], *files[i + 1:]]
    for i, (name, text) in enumerate(files):
        if text.startswith('{"result"'):
            numbers = json.loads(text)["result"]
            numbers[0][0] += 1
            yield "result", [*files[:i], [name, json.dumps({"result": numbers}, separators=(",", ":"))], *files[i + 1:]]
        if text.startswith('{"num_tallied"'):
            yield "size of the tally", [*files[:i], [name, text.replace('"num_tallied":', '"num_tallied":1')], *files[i + 1:]]


shapes = {
    "one question, one trustee": wanted(5, 7, [[3, 1, 1, False]], single=1),
    "ten questions": wanted(3, 4, [[1 + i % 4, 0, 1 + i % 4, i % 3 == 0] for i in range(10)], single=2),
    "blank votes": wanted(6, 9, [[4, 1, 2, True], [2, 2, 2, True]], single=1),
    "two of three": wanted(4, 6, [[3, 1, 1, False]], threshold=[2, 3]),
    "three of five and one more": wanted(4, 5, [[2, 1, 1, False], [3, 0, 3, True]], single=1, threshold=[3, 5]),
    "weights": wanted(5, 8, [[3, 0, 2, False]], single=1, weights=[1, 2, 5, 1, 100]),
    "one of two": wanted(2, 2, [[2, 1, 1, False]], threshold=[1, 2]),
    "nobody votes": wanted(3, 0, [[3, 1, 1, False]], single=1),
    "one voter": wanted(1, 2, [[3, 1, 1, True]], threshold=[2, 3]),
    "no voters": wanted(0, 0, [[2, 1, 1, False]], single=1),
    "a hundred voters": wanted(100, 100, [[3, 1, 1, False]], single=1),
}
archives = {}
for name, election in shapes.items():
    archives[name] = make(name, election)
    if archives[name] is None:
        continue
    answer = verify_theirs(archives[name])
    numbers = [int(n) for n in re.findall(r"^    .*: (\d+)$", answer.stdout, re.M)]
    report(name, answer.returncode == 0 and numbers == [n for question in expected(election) for n in question],
           answer.stderr or f"{numbers} instead of {expected(election)}")
    report(f"{name}: not verified without bound proofs, unless that is asked for", verify(archives[name]).returncode == 3)
running = make("under way", wanted(4, 3, [[3, 1, 1, False]], single=1, stop="voting"))
if running:
    answer = verify_theirs(running)
    report("under way", answer.returncode == 0 and "not decided yet" in answer.stdout, answer.stderr)

ours = os.path.join(folder, "ours")
os.makedirs(ours)
# Rounds: plain, with two questions counted together, with a rating in twenty-five cells, and one that a lot levelled.
making = "OurElections.*:AHostedRound.IsCounted*:AHostedRound.Counts*:ARecordedRoundAskedAgain.*"
made = subprocess.run([ccop_tests, f"--gtest_filter={making}"], env={**os.environ, "CCOP_ELECTIONS": ours}, capture_output=True, text=True, check=False)
report("ccop makes its elections, and rounds of exposure", made.returncode == 0 and len(os.listdir(ours)) == 12, made.stdout[-2000:])
for name in sorted(os.listdir(ours)):
    answer = subprocess.run([tool, "election", "verify"], cwd=os.path.join(ours, name), capture_output=True, text=True, check=False)
    report(f"{name} is sound by belenios-tool", answer.returncode == 0 and "all checks passed" in answer.stderr, answer.stderr)

for name in ("three of five and one more", "blank votes"):
    if not archives[name]:
        continue
    files = read(archives[name])
    where = os.path.join(folder, "changed")
    changed = os.path.join(where, os.path.basename(archives[name]))
    os.makedirs(where, exist_ok=True)
    write(files, changed)
    report("packed again, unchanged", verify_theirs(changed).returncode == 0)
    for what, other in changes(files):
        write(other, changed)
        theirs = subprocess.run([tool, "election", "verify"], cwd=where, capture_output=True, check=False).returncode
        ours = verify_theirs(changed).returncode
        report(f"{name}: another {what} is refused by both", ours == 1 and theirs != 0, f"ccop {ours}, belenios-tool {theirs}")
    shutil.rmtree(where)

shutil.rmtree(folder)
print(f"{counts[True]} passed, {counts[False]} failed")
sys.exit(1 if counts[False] else 0)
