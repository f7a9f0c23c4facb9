#!/usr/bin/env python3
"""The house's habits as tests: which file may include which, how long things may be, and that nothing lies unused.

usage: house_test.py [--list]     Ends with `N passed, N failed`. --list writes offences as lines for exceptions.txt.

Each rule is asked twice: of this house, where only what exceptions.txt lists may offend, and of a small house made to offend,
where the rule must name the offence (samples.py).
"""
import os
import sys
import tempfile

sys.dont_write_bytecode = True
here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, here)

import chapters
import layers
import manners
import sizes
import unused_cpp
import unused_web
import unused_words
import words
from house import House, read_exceptions
from samples import SAMPLES

RULES = {
    "floors": layers.floors,
    "arrows": layers.arrows,
    "chapter-described": chapters.described,
    "chapter-walls": chapters.domain,
    "chapter-slices": chapters.slices,
    "server-chapters": chapters.server,
    "function-length": sizes.functions_in_cpp,
    "page-function-length": sizes.functions_in_typescript,
    "file-length": sizes.files,
    "unused": unused_cpp.unnamed,
    "only-tested": unused_cpp.only_tested,
    "unused-page-file": unused_web.files,
    "unused-export": unused_web.exports,
    "unused-message": unused_words.messages,
    "unused-page-word": unused_words.page_words,
    "words-said-twice": unused_words.said_once,
    "unused-build-file": unused_words.cmake,
    "header-says-why": manners.headers,
    "macros": manners.macros,
    "owners": manners.owners,
    "drafts": manners.drafts,
    "banned-words": words.banned,
}
counts = {True: 0, False: 0}


def report(fine, text):
    counts[fine] += 1
    if not fine:
        print(text)


def sentence(rule):
    return RULES[rule].__doc__.split("\n")[0].rstrip(".")


def excepted(exceptions, rule, offence):
    for exception in exceptions:
        if exception.covers(rule, offence.subject):
            exception.used = True
            return True
    return False


def ask_of_this_house(house, exceptions):
    for rule, check in RULES.items():
        offences = [offence for offence in check(house) if not excepted(exceptions, rule, offence)]
        told = "".join(f"\n  {o.file}:{o.line}: {o.what}\n      -> {o.remedy}" for o in offences)
        report(not offences, f"FAILED  {rule}: {sentence(rule)}.{told}")
    idle = [f"\n  exceptions.txt:{e.line}: {e.rule} | {e.pattern}\n      -> remove the line" for e in exceptions if not e.used]
    report(not idle, "FAILED  exceptions: an exception that is no longer needed." + "".join(idle))


def ask_of_samples():
    for name, rule, files, expected in SAMPLES:
        with tempfile.TemporaryDirectory(prefix="ccop-house-") as root:
            for path, text in files.items():
                os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
                with open(os.path.join(root, path), "w", encoding="utf-8") as file:
                    file.write(text)
            found = sorted(f"{o.file}:{o.line}" for o in RULES[rule](House(root)))
        report(found == sorted(expected), f"FAILED  sample: {rule}: {name}\n  expected {sorted(expected)}\n  found    {found}")
    unasked = sorted(set(RULES) - {rule for _, rule, _, expected in SAMPLES if expected})
    report(not unasked, f"FAILED  samples: rules that no sample shows to fail: {', '.join(unasked)}")


def main():
    house = House(os.path.dirname(os.path.dirname(here)))
    with open(os.path.join(here, "exceptions.txt"), encoding="utf-8") as source:
        exceptions = read_exceptions(source.read())
    if sys.argv[1:] == ["--list"]:
        for rule, check in RULES.items():
            for offence in check(house):
                if not excepted(exceptions, rule, offence):
                    print(f"{rule} | {offence.subject} | ")
        return 0
    ask_of_samples()
    ask_of_this_house(house, exceptions)
    print(f"{counts[True]} passed, {counts[False]} failed")
    return 1 if counts[False] else 0


if __name__ == "__main__":
    sys.exit(main())
