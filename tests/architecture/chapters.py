"""The walls between chapters. A chapter of the domain knows itself, the kernel, `base`, and the states of the chapters that
its chapter.hpp reads; a chapter of the server knows itself, what the server shares, the domain, and the views of the
chapters that its chapter of the domain reads."""
import functools
import re

import cpp
from house import Offence, line_of

DOMAIN = "src/community"
SERVER = "src/server"
# Folders of src/community and src/server that are no chapters: what chapters share, and the charter that all of them go by.
SHARED = {"kernel", "charter"}
_OPEN_TO_ALL = ("base/", *(f"community/{folder}/" for folder in sorted(SHARED)))
# The kind of file that sees the whole community: rules ask it, states and headers never do.
MAY_SEE_THE_HUB = re.compile(r"(^|_)rules\.cpp$")
# The files of the server that list its chapters; no other shared file may know one.
LISTS_CHAPTERS = {"routes.hpp", "routes.cpp", "rooms.hpp", "chapters.hpp"}


def chapters(house, root):
    return sorted({path.split("/")[2] for path in house.under(root) if path.count("/") > 2} - SHARED)


def _files(house, root):
    return house.under(root, ends=(".hpp", ".cpp"))


def _chapter_of(path, root):
    """The chapter in which a file lies; None for what the chapters share."""
    parts = path.removeprefix(root + "/").split("/")
    return parts[0] if len(parts) > 1 and parts[0] not in SHARED else None


@functools.cache
def _reads(house):
    """chapter -> the chapters that its chapter.hpp reads. The names of the structs lead to the folders."""
    texts = {chapter: cpp.code_of(house.text(f"{DOMAIN}/{chapter}/chapter.hpp"))
             for chapter in chapters(house, DOMAIN) if house.has(f"{DOMAIN}/{chapter}/chapter.hpp")}
    folder_of = {struct: chapter for chapter, text in texts.items() for struct in re.findall(r"struct (\w+Chapter)\b[^;]*?\{", text)}
    reads = {}
    for chapter, text in texts.items():
        listed = re.search(r"using Reads\s*=\s*List<([^>]*)>", text)
        names = re.findall(r"\w+", listed.group(1)) if listed else []
        reads[chapter] = {folder_of.get(name) or folder_of.get(name + "Chapter") or name for name in names}
    return reads


@functools.cache
def _readable(house, chapter):
    """The headers that lie open to whoever reads a chapter: its state.hpp and acts.hpp, and what these name."""
    seen, waiting = set(), [f"community/{chapter}/{header}" for header in ("state.hpp", "acts.hpp")]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        if house.has(f"src/{name}"):
            waiting += [more for more, _ in cpp.includes(house.text(f"src/{name}")) if more.startswith("community/")]
    return frozenset(seen)


def described(house):
    """Every chapter of the domain says in its chapter.hpp what it is and whom it reads, and none reads in a circle."""
    reads = _reads(house)
    for chapter in chapters(house, DOMAIN):
        if chapter not in reads:
            yield Offence(f"{DOMAIN}/{chapter}", 1, "a chapter without chapter.hpp", "describe it there (docs/adding-a-chapter.md)", chapter)
    for chapter in reads:
        seen, waiting = set(), sorted(reads[chapter])
        while waiting:
            other = waiting.pop()
            if other == chapter:
                yield Offence(f"{DOMAIN}/{chapter}/chapter.hpp", 1, f"{chapter} reads itself in a circle",
                              "let the later chapter follow the act of the earlier", chapter + " circle")
                break
            if other not in seen:
                seen.add(other)
                waiting += sorted(reads.get(other, ()))


def _may_include(house, chapter, name):
    if "/" not in name or name.startswith((*_OPEN_TO_ALL, f"community/{chapter}/")):
        return True
    return any(name in _readable(house, other) for other in _reads(house).get(chapter, ()))


def _is_command_of_a_chapter_below(house, chapter, name):
    parts = name.split("/")
    return len(parts) == 3 and parts[2] == "commands.hpp" and parts[1] in _reads(house).get(chapter, ())


def domain(house):
    """A chapter of the domain includes only itself, the kernel, base, and the states and acts that it reads."""
    for path in _files(house, DOMAIN):
        chapter = _chapter_of(path, DOMAIN)
        for name, line in cpp.includes(house.text(path)):
            if path.split("/")[2] in SHARED:
                if "/" in name and not name.startswith(_OPEN_TO_ALL):
                    yield Offence(path, line, f"includes {name}, but is shared by all chapters", "what is shared knows base alone",
                                  f"{path} -> {name}")
                continue
            if chapter is None or _may_include(house, chapter, name):
                continue
            if path.endswith("/chapter.hpp") and _is_command_of_a_chapter_below(house, chapter, name):
                continue  # it guards one of them
            if name == "community/hub.hpp" and MAY_SEE_THE_HUB.search(path):
                continue
            yield Offence(path, line, f"includes {name}", f"include the state.hpp or acts.hpp of a chapter that {chapter} reads, or move what both need "
                          "to the kernel; only *rules.cpp sees the hub", f"{path} -> {name}")


def slices(house):
    """The rules of a chapter look only at the states that the chapter reads."""
    names = chapters(house, DOMAIN)
    asked = re.compile(r"(?<![\w.])(" + "|".join(names) + r")\((?:now|state|community)\)") if names else re.compile(r"(?!)")
    for path in _files(house, DOMAIN):
        chapter = _chapter_of(path, DOMAIN)
        if chapter is None or chapter not in _reads(house):
            continue
        seen = set()
        for match in asked.finditer(cpp.code_of(house.text(path))):
            other = match.group(1)
            if other == chapter or other in _reads(house)[chapter] or other in seen:
                continue
            seen.add(other)
            yield Offence(path, line_of(house.text(path), match.start()), f"looks at {other}, which {chapter} does not read",
                          f"add it to Reads in {chapter}/chapter.hpp if it stands below, or let {other} follow", f"{path} -> {other}")


def server(house):
    """A chapter of the server includes no other, but the views of those that it reads; what all share knows none."""
    names = set(chapters(house, SERVER))
    for path in _files(house, SERVER):
        own = _chapter_of(path, SERVER)
        if own is None and path.split("/")[-1] in LISTS_CHAPTERS:
            continue
        for name, line in cpp.includes(house.text(path)):
            parts = name.split("/")
            if parts[0] != "server" or len(parts) < 3 or parts[1] not in names or parts[1] == own:
                continue
            if parts[2] == "views.hpp" and parts[1] in _reads(house).get(own, ()):
                continue
            yield Offence(path, line, f"includes {name}", "move what both need to what the server shares, or to the views of the earlier chapter",
                          f"{path} -> {name}")
