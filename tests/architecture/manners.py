"""What STYLE asks of every header and source of C++, as far as it can be seen without understanding."""
import re

import cpp
from house import Offence, line_of


def headers(house):
    """Every header says in its first line what lives there and why."""
    for path in house.under("src", "tests", ends=".hpp"):
        if not house.text(path).startswith("// "):
            yield Offence(path, 1, "says nothing of itself", "begin it with a comment: what lives here, and why", path)


def macros(house):
    """No macro is defined: a function or a constant says the same, and has a type."""
    for path in house.under("src", "tests", "bench", "fuzz", ends=(".hpp", ".cpp")):
        for match in re.finditer(r"^[ \t]*#[ \t]*define[ \t]+(\w+)", house.text(path), re.MULTILINE):
            yield Offence(path, line_of(house.text(path), match.start()), f"defines the macro {match.group(1)}",
                          "write a function, a template or a constant", f"{path} {match.group(1)}")


def owners(house):
    """Nothing is made by `new` or ended by `delete`: owners are values or std::unique_ptr."""
    for path in house.under("src", ends=(".hpp", ".cpp")):
        code = cpp.code_of(house.text(path))
        for match in re.finditer(r"(?<![\w.])new\s+[\w:]+\s*[({\[;]|(?<!=\s)\bdelete\b(?:\[\])?\s+\w", code):
            yield Offence(path, line_of(code, match.start()), f"owns by hand: {match.group().strip()}", "use std::make_unique",
                          f"{path} {match.group().strip()}")


def drafts(house):
    """A form with a long text keeps what was typed until it is sent: its file calls `useDraft`."""
    for path in house.under("web/src", ends=".tsx"):
        text = house.text(path)
        asked = text.find("<LongTextField")
        if asked != -1 and not path.endswith(".test.tsx") and "useDraft(" not in text:
            yield Offence(path, line_of(text, asked), "asks for a long text and keeps no draft of it",
                          "keep it with useDraft (web/src/acts/draft.ts), and say so with DraftNote", path)
