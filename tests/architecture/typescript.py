"""A light reading of TypeScript as Prettier lays it out: functions by their indentation, imports and exports by their words."""
import dataclasses
import re


@dataclasses.dataclass(frozen=True)
class Function:
    name: str
    line: int
    lines: int


_OPENS = re.compile(r"(=>\s*[({\[]?|\bfunction\b.*[({]|\bconstructor\(.*[({]|^\s*(?:(?:public|private|static|override|async|get|set)\s+)*"
                    r"(?!(?:if|for|while|switch|catch|return|else|do|super|await|expect|describe|it|test)\b)#?\w+\([^()]*\)(?::\s*[^={]+)?\s*\{)$")
_NAMES = (re.compile(r"\bfunction\s*\*?\s*(\w+)"), re.compile(r"\b(?:const|let)\s+(\w+)"),
          re.compile(r"\b(?:it|test)(?:\.\w+)*\(\s*['\"`](.*?)['\"`]"), re.compile(r"^\s*(?:\w+\s+)*#?(\w+)\s*[(:=]"))


def _name_of(lines, at):
    for pattern in _NAMES:
        found = pattern.search(lines[at])
        if found:
            return found.group(1)
    return lines[at].strip()[:40]


def _indent(line):
    return len(line) - len(line.lstrip())


def _last_line(lines, first):
    """Where what begins on line `first` ends: Prettier indents all that belongs to it."""
    for at in range(first + 1, len(lines)):
        if not lines[at].strip() or _indent(lines[at]) > _indent(lines[first]):
            continue
        if lines[at].lstrip()[0] not in ")}]":
            return at - 1
        if not lines[at].rstrip().endswith(("{", "(", "[", "=>")):
            return at
    return len(lines) - 1


def functions(text):
    """Every function with its name and length. Groups of tests are no functions; the tests in them are."""
    lines, found = text.splitlines(), []
    for at, line in enumerate(lines):
        if _OPENS.search(line) and not re.match(r"\s*(?://|\*|describe\b|test\.describe\b)", line):
            found.append(Function(_name_of(lines, at), at + 1, _last_line(lines, at) - at + 1))
    return found


_FROM = re.compile(r"^(?:import|export)\s+(?P<what>(?:type\s+)?[^'\";]*?)\s*from\s*['\"](?P<where>[^'\"]+)['\"]", re.MULTILINE)
_BARE = re.compile(r"^import\s*['\"](?P<where>[^'\"]+)['\"]", re.MULTILINE)
_LATE = re.compile(r"\bimport\(\s*['\"](?P<where>[^'\"]+)['\"]\s*\)")
_EXPORT = re.compile(r"^export\s+(?:default\s+)?(?:declare\s+)?(?:async\s+)?(?:const|let|function\*?|class|interface|type|enum|abstract class)\s+(\w+)",
                     re.MULTILINE)
_EXPORT_LIST = re.compile(r"^export\s+(?:type\s+)?\{([^}]*)\}(?!\s*from)", re.MULTILINE)


@dataclasses.dataclass(frozen=True)
class Import:
    where: str
    names: frozenset  # what is taken; {"*"} when it can't be told
    at: int


def imports(text):
    """What a file imports. Late imports and whole-module ones take what the file then names."""
    found = [Import(m["where"], _names(m["what"]), m.start()) for m in _FROM.finditer(text)]
    found += [Import(m["where"], frozenset(), m.start()) for m in _BARE.finditer(text)]
    found += [Import(m["where"], frozenset({"*"}), m.start()) for m in _LATE.finditer(text)]
    return found


def _names(clause):
    if "*" in clause:
        return frozenset({"*"})
    braces = re.search(r"\{([^}]*)\}", clause, re.DOTALL)
    names = {re.sub(r"^type\s+", "", part.strip()).split(" as ")[0].strip()
             for part in (braces.group(1).split(",") if braces else [])}
    outside = re.sub(r"\{[^}]*\}|\btype\b|,", " ", clause).strip()
    if outside:
        names.add("default")
    return frozenset(name for name in names if name)


def exports(text):
    """What a file gives to others: (name, place)."""
    found = [(m.group(1), m.start(1)) for m in _EXPORT.finditer(text)]
    for listed in _EXPORT_LIST.finditer(text):
        found += [(part.split(" as ")[-1].strip(), listed.start()) for part in listed.group(1).split(",") if part.strip()]
    return found
