"""A light reading of C++ as this house writes it (clang-format keeps the style): code without its comments and strings, the
bodies of functions, and what is declared. It is no compiler: where it can't tell, it stays silent."""
import bisect
import dataclasses
import functools
import re

_HIDDEN = re.compile(
    r'//[^\n]*|/\*.*?\*/'                                # comments
    r'|R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)"'             # raw strings
    r'|"(?:\\.|[^"\\\n])*"'                              # strings
    r"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'",             # characters, but not the marks within numbers
    re.DOTALL)

# What Boost.Describe is told repeats a type's members and is no use of them.
_DESCRIBED = re.compile(r"\bBOOST_DESCRIBE_\w+\((?:[^()]|\([^()]*\))*\)")


def _blank(match):
    return re.sub(r"[^\n]", " ", match.group())


@functools.cache
def code_of(text):
    """The text with comments, strings, lines of the preprocessor and descriptions blanked; every place stays where it was."""
    code = _DESCRIBED.sub(_blank, _HIDDEN.sub(_blank, text))
    return re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", _blank, code, flags=re.MULTILINE)


def includes(text):
    """The names between quotes that a file includes, each with its line."""
    return [(match.group(1), text.count("\n", 0, match.start()) + 1)
            for match in re.finditer(r'^#include "([^"]+)"', text, re.MULTILINE)]


@dataclasses.dataclass(frozen=True)
class Function:
    name: str
    line: int   # of its signature
    lines: int  # from the signature to the closing brace


@dataclasses.dataclass
class Declaration:
    name: str
    at: int                  # where the name stands
    overrides: bool = False  # needs no other naming: an override, a friend, a type's name alone or with its one value
    end: int = 0             # of a type's body


@dataclasses.dataclass
class Reading:
    functions: list
    declarations: list
    echoes: set  # places at which a definition names its type, or a constructor: no use of it


_STEP = re.compile(r"[{};()]|\b(?:public|private|protected)\s*:(?!:)")
_TYPE = re.compile(r"\b(struct|class|union|enum(?:\s+class|\s+struct)?)\s+(?:alignas\([^)]*\)\s*)?(\w+)(?=\s*(?:final\b|:|$|<))")
_NAME_BEFORE_PAREN = re.compile(r"([~\w]+)\s*\(")
_KEYWORDS = {"if", "for", "while", "switch", "return", "catch", "sizeof", "alignas", "decltype", "noexcept", "requires",
             "static_assert", "explicit", "operator", "throw", "alignof"}


def _called_name(head):
    """The name before the first parenthesis of a signature, and its place; None where there is none."""
    cleaned = re.sub(r"\[\[[^\]]*\]\]", lambda m: " " * len(m.group()), head)
    test = re.match(r"\s*(TEST(?:_F|_P)?|TYPED_TEST|BENCHMARK\w*|RC_GTEST_\w+)\s*\(([^)]*)\)", cleaned)
    if test:
        return ".".join(part.strip() for part in test.group(2).split(",")[:2]), test.start(2)
    for match in _NAME_BEFORE_PAREN.finditer(cleaned):
        if match.group(1) not in _KEYWORDS:
            return match.group(1), match.start(1)
    return None


def _is_value(code, at):
    """Whether the brace at this place opens a value and not a block: clang-format sets no space before those."""
    if at == 0 or not code[at - 1].isspace():
        return code[at - 1] != ")" and code[at - 1] != "]"
    before = code[max(0, at - 200):at].rstrip()
    return before.endswith(("=", ",", "(", "return", "{"))


@functools.cache
def read(text):
    """The functions that the text defines and the names that it declares, outside of functions."""
    code = code_of(text)
    lines = [m.start() for m in re.finditer("\n", code)]
    line = lambda at: bisect.bisect_left(lines, at) + 1
    reading = Reading([], [], set())
    stack = []           # of (kind, name, start of the head)
    head_at, parens = 0, 0
    for step in _STEP.finditer(code):
        what, at = step.group()[0], step.start()
        inside = stack[-1][0] if stack else "scope"
        if inside in ("function", "value"):
            if what == "{":
                stack.append(("function" if inside == "function" else "value", None, at))
            elif what == "}":
                _, name, began = stack.pop()
                if name is not None:
                    reading.functions.append(Function(name, line(began), line(at) - line(began) + 1))
                    head_at = at + 1
            continue
        if what in "()":
            parens += 1 if what == "(" else -1
            continue
        head = code[head_at:at]
        if what == "{":
            if parens > 0 or _is_value(code, at):
                stack.append(("value", None, at))
                continue
            stack.append(_opened(reading, head, head_at))
            head_at = at + 1
        elif what == ";":
            if parens <= 0:
                _declare(reading, head, head_at)
                head_at, parens = at + 1, 0
        elif what == "}":
            if stack:
                named = stack.pop()[1]
                if isinstance(named, Declaration):
                    named.end = at
                    named.overrides = re.match(r" \w+[;{]", code[at + 1:at + 80]) is not None  # `struct X {...} x;`
            head_at, parens = at + 1, 0
        else:  # public: and the like
            if parens <= 0:
                head_at = step.end()
    return reading


def _without_template(head):
    """A head with its leading `template <...>` and `requires` blanked."""
    match = re.match(r"\s*template\s*<", head)
    while match:
        depth, at = 1, match.end()
        while at < len(head) and depth > 0:
            depth += {"<": 1, ">": -1}.get(head[at], 0)
            at += 1
        head = " " * at + head[at:]
        match = re.match(r"\s*template\s*<", head)
    return head


def _opened(reading, head, head_at):
    """What a brace after this head opens: a scope, a type or a function."""
    plain = _without_template(head)
    start = head_at + len(head) - len(head.lstrip())
    named = _TYPE.search(plain)
    called = _called_name(plain)
    if re.match(r"\s*(inline\s+)?namespace\b", plain) or re.match(r'\s*extern\s*$', plain):
        return ("scope", None, start)
    if named and (called is None or named.start() < called[1]) and "=" not in plain[:named.start()]:
        declared = Declaration(named.group(2), head_at + named.start(2))
        reading.declarations.append(declared)
        return ("scope", declared, start)
    assigned = re.match(r"[^()]*?(\w+)\s*=[^=]", plain)
    if assigned:
        return ("function", assigned.group(1), start)
    if called is None:
        operator = re.search(r"operator\S*", plain)
        return ("function", operator.group() if operator else "?", start)
    name, at = called
    _declare_function(reading, plain, head_at, name, at)
    return ("function", name, start)


def _declare(reading, head, head_at):
    plain = _without_template(head)
    using = re.match(r"\s*using\s+(\w+)\s*=", plain)
    if using:
        reading.declarations.append(Declaration(using.group(1), head_at + using.start(1)))
        return
    forward = re.match(r"\s*(?:friend\s+)?(?:struct|class|enum(?:\s+class)?)\s+(\w+)\s*(?::[^:]\s*[\w:]+\s*)?$", plain)
    if forward:
        reading.declarations.append(Declaration(forward.group(1), head_at + forward.start(1), overrides=True))
        return
    if re.match(r"\s*(using|typedef|static_assert|return|extern template|namespace|BOOST_DESCRIBE\w*)\b", plain):
        return
    constant = re.match(r"\s*(?:inline\s+|static\s+)*constexpr\s+(?:[\w:]+(?:<[^;{}=]*>)?[\s*&]+)+(\w+)(?:\[\w*\])?\s*[={]", plain)
    if constant:
        reading.declarations.append(Declaration(constant.group(1), head_at + constant.start(1)))
        return
    called = _called_name(plain)
    if called is None or "=" in plain[:called[1]]:
        return
    _declare_function(reading, plain, head_at, *called)


def _declare_function(reading, plain, head_at, name, at):
    for qualifier in re.finditer(r"(\w+)\s*(?=::)", plain[:at]):
        reading.echoes.add(head_at + qualifier.start(1))
    # A function has its type before its name; constructors, destructors, operators and tests have none.
    before = re.sub(r"(\w+::)+$", "", plain[:at].rstrip()).strip()
    if before in ("", "explicit", "constexpr", "inline", "virtual") or "operator" in before or name.startswith("~") or "." in name:
        reading.echoes.add(head_at + at)
        return
    overrides = bool(re.search(r"\b(override|friend)\b", plain))
    reading.declarations.append(Declaration(name, head_at + at, overrides))
