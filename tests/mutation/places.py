"""The places at which code can be changed, found by clang's own reading of it: only in bodies of functions that run, never in
what the compiler must know (constexpr, static_assert, labels, arguments of templates)."""
import dataclasses
import os
import re
import sys

try:
    from clang import cindex
except ImportError:  # Debian's package serves Debian's python3 alone, and is plain Python
    sys.path.append("/usr/lib/python3/dist-packages")
    from clang import cindex

LLVM = "/usr/lib/llvm-16/lib"
cindex.Config.set_library_file(f"{LLVM}/libclang.so.1")
_K = cindex.CursorKind

_RELATIONS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
_ARITHMETIC = {"+": "-", "-": "+", "*": "/", "/": "*", "%": "*"}
_LOGIC = {"&&": "||", "||": "&&"}
_FUNCTIONS = {_K.FUNCTION_DECL, _K.CXX_METHOD, _K.CONSTRUCTOR, _K.FUNCTION_TEMPLATE, _K.CONVERSION_FUNCTION, _K.DESTRUCTOR}
_NUMBERS = {cindex.TypeKind.INT, cindex.TypeKind.UINT, cindex.TypeKind.LONG, cindex.TypeKind.ULONG, cindex.TypeKind.LONGLONG,
            cindex.TypeKind.ULONGLONG, cindex.TypeKind.DOUBLE, cindex.TypeKind.FLOAT}
_CHOSEN = "ccop::mutation::chosen(@)"  # @ becomes the mutant's number


@dataclasses.dataclass
class Place:
    """A change of the text [start, end) of a file: `changed` would stand there; `before` and `after` around what stands there
    now let the program choose."""
    file: str
    kind: str
    start: int
    end: int
    changed: str
    before: str
    after: str


def _is_known(cursor):
    """Whether clang's bindings have a name for this kind: not for concepts and what they require, which are the compiler's."""
    try:
        return cursor.kind is not None
    except ValueError:
        return False


class Finder:
    """Walks one file's tree of syntax and gathers its places."""

    def __init__(self, file, text):
        self.file, self.text, self.places = file, text, []

    def slice(self, start, end):
        return self.text[start:end]

    def span(self, cursor):
        """Where a cursor's text is; None when it is in another file or made by a macro."""
        extent = cursor.extent
        if extent.start.file is None or extent.start.file.name != self.file or extent.end.file.name != self.file:
            return None
        return (extent.start.offset, extent.end.offset) if extent.end.offset > extent.start.offset else None

    def add(self, kind, span, changed, before, after):
        self.places.append(Place(self.file, kind, *span, changed, before, after))

    def replace(self, kind, span, changed):
        self.add(kind, span, changed, f"({_CHOSEN} ? ({changed}) : (", "))")

    def negate(self, span):
        self.add("negation", span, f"!({self.slice(*span)})", f"({_CHOSEN} != static_cast<bool>(", "))")

    def walk_functions(self, cursor):
        for child in filter(_is_known, cursor.get_children()):
            if child.location.file is None or child.location.file.name != self.file:
                continue
            if child.kind in _FUNCTIONS and child.is_definition():
                self.walk_function(child)
            elif child.kind in (_K.NAMESPACE, _K.STRUCT_DECL, _K.CLASS_DECL, _K.CLASS_TEMPLATE, _K.UNEXPOSED_DECL, _K.LINKAGE_SPEC):
                self.walk_functions(child)

    def walk_function(self, function):
        span = self.span(function)
        if span is None:
            return
        for child in filter(_is_known, function.get_children()):
            if child.kind == _K.COMPOUND_STMT:
                body = self.span(child)
                head = self.slice(span[0], body[0]) if body else "constexpr"
                if not re.search(r"\bconst(expr|eval)\b", head):
                    self.walk(child)

    def walk(self, cursor):
        span = self.span(cursor)
        if span is None or self.is_for_the_compiler(cursor, span):
            return
        children = [child for child in cursor.get_children() if _is_known(child)]
        self.consider(cursor, span, children)
        for at, child in enumerate(children):
            if self.is_statement_of(cursor, children, at):
                self.consider_statement(child)
            self.walk(child)

    def is_for_the_compiler(self, cursor, span):
        text = self.slice(*span)
        return cursor.kind in (_K.STATIC_ASSERT, _K.TYPE_REF, _K.TEMPLATE_REF) or re.match(
            r"if constexpr\b|(static\s+)?constexpr\b|static const\b|case\b|static_assert\b|requires\b|decltype\b|sizeof\b", text) is not None

    def consider(self, cursor, span, children):
        if cursor.kind == _K.BINARY_OPERATOR and len(children) == 2:
            self.consider_operator(span, children[0], children[1], cursor.type.get_canonical().kind in _NUMBERS)
        elif cursor.kind == _K.CALL_EXPR and re.fullmatch(r"operator(<=>|==|!=|<|<=|>|>=|\+|-|\*|/)", cursor.spelling or ""):
            sides = list(cursor.get_arguments())
            if len(sides) == 2:
                self.consider_operator(span, *sides, True)
        elif cursor.kind == _K.INTEGER_LITERAL:
            self.consider_number(span)
        elif cursor.kind == _K.CXX_BOOL_LITERAL_EXPR:
            text = self.slice(*span)
            if text in ("true", "false"):
                self.replace("constant", span, "false" if text == "true" else "true")
        elif cursor.kind == _K.IF_STMT:
            self.consider_condition(span, children)
        elif cursor.kind in (_K.WHILE_STMT, _K.CONDITIONAL_OPERATOR) and children and children[0].kind != _K.VAR_DECL:
            condition = self.span(children[0])
            if condition:
                self.negate(condition)

    def consider_operator(self, span, left, right, is_number):
        left, right = self.span(left), self.span(right)
        if left is None or right is None or left[1] > right[0]:
            return
        operator = self.slice(left[1], right[0]).strip()
        for table, kind in ((_RELATIONS, "relation"), (_LOGIC, "logic"), (_ARITHMETIC if is_number else {}, "arithmetic")):
            if operator in table:
                changed = f"{self.slice(span[0], left[1])} {table[operator]} {self.slice(right[0], span[1])}"
                self.replace(kind, span, changed)

    def consider_number(self, span):
        digits = re.fullmatch(r"([0-9']+)([uUlL]*)", self.slice(*span))
        if digits:
            more = str(int(digits.group(1).replace("'", "")) + 1)
            self.replace("constant", span, more + digits.group(2))

    def consider_condition(self, span, children):
        """Negates a condition; and lets a guard, an `if` with nothing else, pass as if it were not there."""
        text = self.slice(*span)
        if re.match(r"if\s*\([^;{}]*;", text.split("\n")[0]):
            return
        is_guard = re.search(r"\belse\b", text) is None
        if children[0].kind == _K.VAR_DECL:
            declared = self.span(children[0])
            if declared and is_guard:
                name = children[0].spelling
                self.add("guard", declared, f"{self.slice(*declared)}; false && {name}", "", f"; static_cast<bool>({name}) && !{_CHOSEN}")
            return
        condition = self.span(children[0])
        if condition is None:
            return
        self.negate(condition)
        if is_guard:
            self.add("guard", condition, f"false && ({self.slice(*condition)})", f"(!{_CHOSEN} && static_cast<bool>(", "))")

    @staticmethod
    def is_statement_of(cursor, children, at):
        if cursor.kind == _K.COMPOUND_STMT:
            return True
        if cursor.kind in (_K.FOR_STMT, _K.CXX_FOR_RANGE_STMT, _K.WHILE_STMT):
            return at == len(children) - 1
        return cursor.kind == _K.IF_STMT and at > 0

    def consider_statement(self, cursor):
        span = self.span(cursor)
        if span is None or not cursor.kind.is_expression() or cursor.kind == _K.CXX_THROW_EXPR:
            return
        text = self.slice(*span)
        # Room that is kept in advance changes how quick a thing is, and nothing that a test should notice.
        if re.match(r"throw\b|\(void\)|co_|[\w.>-]+\.reserve\(", text) or not re.match(r"\s*;", self.text[span[1]:span[1] + 5]):
            return
        self.add("statement", span, f"/* {text} */", f"({_CHOSEN} ? void() : void(", "))")


def arguments_of(command, file):
    """What clang needs of a line of compile_commands.json."""
    # What is precompiled is not built yet: the headers themselves are read.
    words, kept = re.sub(r"-Xclang -include-pch -Xclang \S+", "", command).split(), []
    skip = False
    for word in words[1:]:
        if skip:
            skip = False
        elif word in ("-o", "-c", "-MF", "-MT", "-MQ"):
            skip = word != "-c"
        elif word != file and not word.startswith(("-W", "-M", "-fuse-ld")) and word != "-Winvalid-pch":
            kept.append(word)
    start = next((i for i, word in enumerate(kept) if word.startswith("-")), 0)
    return kept[start:] + ["-resource-dir", f"{LLVM}/clang/16", "-w", "-Wno-c++11-narrowing"]


def parse(file, arguments, text=None):
    unsaved = [(file, text)] if text is not None else None
    return cindex.Index.create().parse(file, args=arguments, unsaved_files=unsaved)


def errors(unit):
    return [d for d in unit.diagnostics if d.severity >= cindex.Diagnostic.Error]


def errors_in(file, arguments, text):
    """Where in the file clang stumbles over this text, in bytes: at the error, or where what it is about was asked for; None
    where it does not stumble at all."""
    unit = parse(file, arguments, text)  # kept as long as what it told
    found = errors(unit)
    told = [diagnostic.location for error in found for diagnostic in (error, *error.children)]
    return [at.offset for at in told if at.file is not None and at.file.name == file] if found else None


def find(file, arguments):
    with open(file, encoding="utf-8") as source:
        text = source.read()
    text = text.encode("utf-8").decode("latin-1")  # clang counts bytes
    unit = parse(file, arguments)
    if errors(unit):
        raise ValueError(f"{os.path.basename(file)}: clang can't read it: {errors(unit)[0]}")
    finder = Finder(file, text)
    finder.walk_functions(unit.cursor)
    unique = {(p.start, p.end, p.changed): p for p in finder.places}
    return [dataclasses.replace(p, changed=p.changed.encode("latin-1").decode("utf-8")) for p in unique.values()]
