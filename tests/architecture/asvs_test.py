#!/usr/bin/env python3
"""The figures of docs/asvs.md are those of its rows, what is not met stands at its end, and the tests that it names are there.

usage: asvs_test.py
"""
import collections
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs/asvs.md").read_text()
ROW = re.compile(r"^\| (V(\d+)\.\d+\.\d+) [^|]+\| (met|\*\*not met\*\*|n/a) \| (.+) \|$", re.M)
CHAPTER = re.compile(r"^\| \[V(\d+)\]\(#[^)]+\) [^|]+\| (\d+) \| (\d+) \| (\d+) \| (?:(\d+) %)? ?\|$", re.M)
ALL = re.compile(r"^\| \*\*All\*\* \| \*\*(\d+)\*\* \| \*\*(\d+)\*\* \| \*\*(\d+)\*\* \| \*\*(\d+) %\*\* \|$", re.M)
HEAD = re.compile(r"^\*\*(\d+) of (\d+) applicable requirements are met: (\d+) %\*\* .*; (\d+) are not applicable\. The (\d+) that are not met stand", re.M)
KINDS = ("met", "**not met**", "n/a")


def share(met, not_met):
    return None if met + not_met == 0 else int(100 * met / (met + not_met) + 0.5)


def counts_of(rows):
    found = collections.Counter(kind for _, _, kind, _ in rows)
    return tuple(found[kind] for kind in KINDS)


def tests_there():
    """By their whole names, and by those of their suites."""
    names = set()
    for file in (ROOT / "tests").rglob("*.cpp"):
        for suite, name in re.findall(r"^(?:TYPED_TEST|TEST|TEST_F|TEST_P)\(\s*(\w+),\s*(\w+)\)", file.read_text(), re.M):
            names.update({suite, f"{suite}.{name}"})
    return names


class TheTable(unittest.TestCase):
    rows = ROW.findall(TEXT)

    def test_has_each_requirement_once(self):
        self.assertEqual(len(self.rows), 253)
        self.assertEqual(len({number for number, *_ in self.rows}), 253)

    def test_counts_what_its_rows_say(self):
        chapters = CHAPTER.findall(TEXT)
        self.assertEqual(len(chapters), 17)
        for chapter, *figures, percent in chapters:
            counted = counts_of([row for row in self.rows if row[1] == chapter])
            self.assertEqual(tuple(map(int, figures)), counted, f"V{chapter}")
            self.assertEqual(int(percent) if percent else None, share(*counted[:2]), f"V{chapter}")
        met, not_met, none = counts_of(self.rows)
        self.assertEqual(tuple(map(int, ALL.search(TEXT).groups())), (met, not_met, none, share(met, not_met)))
        self.assertEqual(tuple(map(int, HEAD.search(TEXT).groups())), (met, met + not_met, share(met, not_met), none, not_met))

    def test_says_at_its_end_what_would_meet_each_that_is_not_met(self):
        end = TEXT[TEXT.index("\n## Not met"):]
        self.assertEqual(re.findall(r"^\| (V[\d.]+) ", end, re.M), [number for number, _, kind, _ in self.rows if kind == "**not met**"])

    def test_names_tests_that_are_there(self):
        there = tests_there()
        for number, _, _, why in self.rows:
            for name in re.findall(r"`([A-Z]\w+\.[A-Z]\w+)`", why):
                self.assertIn(name, there, number)
            for suite in re.findall(r"`([A-Z]\w+)\.…`", why):
                self.assertIn(suite, there, number)


if __name__ == "__main__":
    unittest.main(verbosity=0)
