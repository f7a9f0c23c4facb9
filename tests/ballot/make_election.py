#!/usr/bin/env python3
"""Lives through an election with belenios-tool alone, and leaves its archive in the folder given.

usage: make_election.py TOOL FOLDER JSON
JSON describes the election: voters, weights (a list, or none), questions (each [answers, min, max, blank]), single (how many
mandatory trustees), threshold ([needed, of], or none), votes (for each ballot: [voter, answers of each question]).
"""
import json
import os
import random
import subprocess
import sys

tool, folder, wanted = sys.argv[1], os.path.abspath(sys.argv[2]), json.loads(sys.argv[3])
os.environ["BELENIOS_USE_URANDOM"] = "1"
os.makedirs(folder, exist_ok=True)
os.chdir(folder)


def run(*args, given=None):
    return subprocess.run([os.path.abspath(tool) if "/" in tool else tool, *args], input=given, capture_output=True,
                          text=True, check=True).stdout


def write(name, text):
    with open(name, "w") as out:
        out.write(text)


def make_credentials(uuid):
    voters, weights = wanted["voters"], wanted.get("weights")
    lines = [f"{i + 1},voter{i},{weights[i]}" if weights else f"{i + 1},voter{i}" for i in range(voters)]
    if voters == 0:
        write("public_creds.json", "[]")
        return []
    write("voters.txt", "\n".join(lines) + "\n")
    run("setup", "generate-credentials", "--uuid", uuid, "--group", "Ed25519", "--file", "voters.txt")
    names = os.listdir(".")
    os.rename(next(n for n in names if n.endswith(".pubcreds")), "public_creds.json")
    with open(next(n for n in names if n.endswith(".privcreds"))) as private:
        return list(json.load(private).values())


def make_threshold_trustees(needed, size):
    def step(*args, given=None):
        return run("setup", "generate-trustee-key-threshold", "--group", "Ed25519", *args, given=given)

    def read(name):
        with open(name) as text:
            return text.read()

    ids = [step("--threshold-context", f"{i + 1}/{needed}/{size}", "--step", "1").strip() for i in range(size)]
    write("certs.jsons", "".join(read(f"{i}.cert") for i in ids))
    step("--certs", "certs.jsons", "--step", "2")
    write("polynomials.jsons", "".join(
        step("--threshold-context", f"{n + 1}/{needed}/{size}", "--certs", "certs.jsons", "--key", f"{i}.key", "--step", "3")
        for n, i in enumerate(ids)))
    step("--certs", "certs.jsons", "--step", "4", "--polynomials", "polynomials.jsons")
    outputs = [step("--certs", "certs.jsons", "--key", f"{i}.key", "--step", "5", given=read(f"{i}.vinput")) for i in ids]
    write("threshold.json",
          step("--certs", "certs.jsons", "--step", "6", "--polynomials", "polynomials.jsons", given="".join(outputs)))
    return ids


def add_event(kind, payload=""):
    run("archive", "add-event", f"--type={kind}", given=payload)


uuid = run("setup", "generate-token").strip()
credentials = make_credentials(uuid)
threshold = wanted.get("threshold")
members = make_threshold_trustees(*threshold) if threshold else []
for _ in range(wanted.get("single", 0)):
    run("setup", "generate-trustee-key", "--group", "Ed25519")
keys = sorted(n for n in os.listdir(".") if n.endswith(".pubkey"))
write("public_keys.jsons", "".join(open(n).read() for n in keys))
run("setup", "make-trustees")
if os.path.exists("threshold.json"):
    os.remove("threshold.json")
questions = [{"answers": [f"answer {i}" for i in range(answers)], **({"blank": True} if blank else {}), "min": low,
              "max": high, "question": f"question {n}"} for n, (answers, low, high, blank) in enumerate(wanted["questions"])]
write("template.json", json.dumps({"description": "Made for a test", "name": "A test", "questions": questions,
                                   "administrator": "nobody", "credential_authority": "nobody"}))
run("setup", "make-election", "--uuid", uuid, "--group", "Ed25519", "--template", "template.json")
run("archive", "init")
for name in ("election.json", "trustees.json", "public_creds.json"):
    os.remove(name)
for voter, choice in wanted["votes"]:
    write("credential", credentials[voter] + "\n")
    write("choice", json.dumps(choice, separators=(",", ":")) + "\n")
    add_event("Ballot", run("election", "generate-ballot", "--privcred", "credential", "--choice", "choice"))
if wanted.get("stop") != "voting":
    add_event("EndBallots")
    add_event("EncryptedTally", run("election", "compute-encrypted-tally"))
    for n, name in enumerate(keys):
        add_event("PartialDecryption", run("election", "decrypt", "--privkey", name.replace(".pubkey", ".privkey"),
                                           "--trustee-id", str(n + 1)))
    chosen = random.sample(range(len(members)), threshold[0]) if threshold else []
    for n in chosen:
        add_event("PartialDecryption", run("election", "decrypt-threshold", "--key", f"{members[n]}.key", "--decryption-key",
                                           f"{members[n]}.dkey", "--trustee-id", str(len(keys) + n + 1)))
    add_event("Result", run("election", "compute-result"))
run("election", "verify")
print(next(n for n in os.listdir(".") if n.endswith(".bel")))
