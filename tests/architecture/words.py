"""The project speaks of itself alone: what no file may say."""
import re

from house import Offence, line_of

BANNED = [
    (re.compile(r"(?<![\w&/?=\"'`{(.])#[0-9]{1,5}\b(?![\w;)\"'])|\bissues?\s+#?[0-9]+\b|\bGH-[0-9]+\b", re.IGNORECASE),
     "a number of an issue", "say what the reader needs to know instead"),
    (re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b"), "a note to do later", "do it, or leave it out"),
    (re.compile(r"(?<![\w.~/-])/(work|root|home)/\w"), "a path of one machine", "use a path from the project's root"),
    (re.compile(r"\b(registry\.npmjs\.org|registry\.yarnpkg\.com|pypi\.org|files\.pythonhosted\.org|crates\.io|proxy\.golang\.org)\b"),
     "a host of a registry", "leave it to whoever installs"),
]
# What is not written by hand, or is others' data.
SKIPPED = re.compile(r"(^|/)(corpus|vectors|archives)/|\.(ccop|bel|png|svg|stix|misp)$")


def banned(house):
    """No file holds a number of an issue, a note to do later, a path of one machine or a registry's host."""
    for path in house.files:
        if SKIPPED.search(path):
            continue
        text = house.text(path)
        for pattern, what, remedy in BANNED:
            for match in pattern.finditer(text):
                yield Offence(path, line_of(text, match.start()), f"{what}: {match.group().strip()}", remedy, f"{path} {match.group().strip()}")
