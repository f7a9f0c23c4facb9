"""What headers of src/ declare and nobody names. A count of words, so a name that two things share may hide one of them."""
import collections
import re

import cpp
from house import Offence, line_of

_WORD = re.compile(r"[A-Za-z_]\w*")
_OTHERS = ("tests", "bench", "fuzz")
# Asked for by name, but not in our sources: by the rule of the chapters' walls, and by the standard library's locks.
_ASKED_ELSEWHERE = {"Reads", "lock", "try_lock", "unlock", "lock_shared", "try_lock_shared", "unlock_shared"}


def _declared(house):
    """name -> its declarations in headers of src/, as (path, declaration)."""
    declared = collections.defaultdict(list)
    for path in house.under("src", ends=".hpp"):
        for declaration in cpp.read(house.text(path)).declarations:
            declared[declaration.name].append((path, declaration))
    return {name: places for name, places in declared.items()
            if name not in _ASKED_ELSEWHERE and not all(d.overrides for _, d in places)}


def _uses(house, names, folders):
    """Which of the names the code of these folders names, beside declaring and defining them."""
    used = set()
    for path in house.under(*folders, ends=(".hpp", ".cpp")):
        reading = cpp.read(house.text(path))
        no_use = {declaration.at for declaration in reading.declarations} | reading.echoes
        bodies = collections.defaultdict(list)
        for declaration in reading.declarations:
            if declaration.end:
                bodies[declaration.name].append((declaration.at, declaration.end))
        for match in _WORD.finditer(cpp.code_of(house.text(path))):
            name, at = match.group(), match.start()
            if name not in names or name in used or at in no_use:
                continue
            if not any(began <= at <= end for began, end in bodies[name]):
                used.add(name)
    return used


def _offences(house, names, what, remedy):
    for name, places in sorted(names.items()):
        path, declaration = next((p, d) for p, d in places if not d.overrides)
        yield Offence(path, line_of(house.text(path), declaration.at), f"{name} {what}", remedy, f"{path} {name}")


def unnamed(house):
    """What a header of src/ declares is named somewhere else."""
    declared = _declared(house)
    used = _uses(house, declared, ("src", *_OTHERS))
    yield from _offences(house, {n: p for n, p in declared.items() if n not in used}, "is named nowhere else",
                         "remove it, or move it from the header to the file that needs it")


def only_tested(house):
    """What a header of src/ declares is named by the program, not by its tests alone."""
    declared = _declared(house)
    used = _uses(house, declared, ("src",))
    tested = _uses(house, declared, _OTHERS)
    yield from _offences(house, {n: p for n, p in declared.items() if n not in used and n in tested}, "is named by tests alone",
                         "remove it with its tests, or move it to tests/")
