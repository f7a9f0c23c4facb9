"""Files and exports of the page that nothing leads to."""
import collections
import fnmatch
import functools
import posixpath
import re

import typescript
from house import Offence, line_of

ROOT = "web/src"
_CODE = (".ts", ".tsx", ".mjs")
_TEST = re.compile(r"\.(test|spec)\.tsx?$|^web/journeys/|^bench/|/testing/")
_GLOB = re.compile(r"import\.meta\.glob(?:<[^>]*>)?\(\s*(?:\[\s*)?['\"]([^'\"]+)['\"]")
_WORKER = re.compile(r"new Worker\(\s*new URL\(['\"](\.[^'\"]+)['\"]")
# Written by a program from the API's document, which gives more than the page takes.
_GENERATED = re.compile(r"/schema\.d\.ts$")


def _found(house, path):
    """The file that a path without its ending means."""
    for end in ("", ".ts", ".tsx", ".d.ts", ".mjs", "/index.ts", "/index.tsx"):
        if house.has(path + end):
            return path + end
    return None


@functools.cache
def _imports(house, path):
    """(file, names) of each import of a file that leads to a file of the house."""
    text, found = house.text(path), []
    if path.endswith(".html"):
        return [("web" + where, frozenset()) for where in re.findall(r'<script[^>]* src="(/src/[^"]+)"', text)]
    if not path.endswith(_CODE):
        return [(posixpath.normpath(posixpath.join(posixpath.dirname(path), where)), frozenset())
                for where in re.findall(r"@import ['\"](\.[^'\"]+)['\"]", text)]
    for each in typescript.imports(text):
        if each.where.startswith("."):
            target = _found(house, posixpath.normpath(posixpath.join(posixpath.dirname(path), each.where.split("?")[0])))
            if target:
                found.append((target, each.names))
    for where in _WORKER.findall(text):
        found.append((posixpath.normpath(posixpath.join(posixpath.dirname(path), where)), frozenset()))
    for pattern in _GLOB.findall(text):
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(path), pattern))
        found += [(file, frozenset({"*"})) for file in house.under(ROOT) if fnmatch.fnmatch(file, whole.replace("**/", "*"))]
    return found


def _reached(house, roots):
    seen, waiting = set(), list(roots)
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            waiting += [target for target, _ in _imports(house, path)]
    return seen


def _tests(house):
    return [path for path in house.under("web", "bench", ends=_CODE) if _TEST.search(path)]


def files(house):
    """Every file of the page is reached from its first page."""
    reached = _reached(house, [path for path in house.files if re.fullmatch(r"web/[^/]+\.html", path)])
    tested = _reached(house, _tests(house))
    for path in house.under(ROOT):
        if path in reached or _TEST.search(path) or _GENERATED.search(path) or path.endswith(".d.ts"):
            continue
        what = "is reached from tests alone" if path in tested else "is reached from nowhere"
        yield Offence(path, 1, what, "import it, or remove it", path)


def _takers(house):
    """file -> name -> who imports it."""
    takers = collections.defaultdict(lambda: collections.defaultdict(set))
    for path in house.under("web", "bench", ends=_CODE):
        for target, names in _imports(house, path):
            for name in names:
                takers[target][name].add(path)
    return takers


def exports(house):
    """What a file of the page exports is imported by another file."""
    takers = _takers(house)
    for path in house.under(ROOT, ends=(".ts", ".tsx")):
        if _TEST.search(path) or _GENERATED.search(path):
            continue
        for name, at in typescript.exports(house.text(path)):
            who = set(takers[path][name])
            who |= {taker for taker in takers[path]["*"] if re.search(rf"\b{name}\b", house.text(taker))}
            # A test may look inside; but then the file itself must use what it shows.
            used_here = len(re.findall(rf"\b{name}\b", house.text(path))) > 1
            if any(not _TEST.search(taker) or used_here for taker in who):
                continue
            what = f"{name} is imported by tests alone" if who else f"{name} is imported by nobody"
            yield Offence(path, line_of(house.text(path), at), what, "leave out `export`, or remove it", f"{path} {name}")
