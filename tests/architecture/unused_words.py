"""Words of the catalogues that nobody says, and CMake files that nobody reads."""
import functools
import json
import posixpath
import re

from house import Offence, line_of

_PLURAL = re.compile(r"_(zero|one|two|few|many|other)$")
_TEMPLATE = re.compile(r"`((?:[\w.-]|\$\{[^{}`]*\})+)`")


def messages(house):
    """Every sentence of the API's catalogues is said by the program or by the page."""
    said = "\n".join(house.text(path) for path in house.under("src", ends=(".cpp", ".hpp")) + house.under("web/src", ends=(".ts", ".tsx"))
                     if ".test." not in path)
    literals = set(re.findall(r"""["']([a-z0-9][a-z0-9-]*)["']""", said))
    for path in house.under("api", ends=".en.json"):
        for key in json.loads(house.text(path)):
            if key not in literals:
                at = house.text(path).find(f'"{key}"')
                yield Offence(path, line_of(house.text(path), at), f"nobody says {key}", "remove the sentence", f"{path} {key}")


def _keys(tree, before=""):
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from _keys(value, before + name + ".")
        else:
            yield before + name


@functools.cache
def _words_of_the_program(house):
    """Every word of the program's and the page's sources, however it is joined: members_only, members-only, MembersOnly."""
    sources = house.under("src", ends=(".cpp", ".hpp", ".stix", ".misp")) + house.under("web/src", ends=(".ts", ".tsx")) + \
        house.under("api", ends=".yaml")
    return {re.sub("[-_]", "", word).lower() for path in sources for word in re.findall(r"[A-Za-z][\w-]*", house.text(path))}


def _patterns(code):
    """The keys that are put together: `kind.${x}` as a pattern with a group for each gap."""
    for template in set(_TEMPLATE.findall(code)):
        pieces = re.split(r"\$\{[^{}]*\}", template)
        if len(pieces) > 1 and "." in pieces[0]:
            yield re.compile("(.+)".join(re.escape(piece) for piece in pieces))


def page_words(house):
    """Every text of the page's catalogues is shown by a page."""
    code = "\n".join(house.text(path) for path in house.under("web/src", ends=(".ts", ".tsx")) if ".test." not in path)
    literals = set(re.findall(r"""["'`]([\w.-]+)["'`]""", code))
    patterns = list(_patterns(code))

    def shown(key):
        if key in literals:
            return True
        for pattern in patterns:
            gaps = pattern.fullmatch(key)
            if gaps and all(re.sub("[-_.]", "", gap).lower() in _words_of_the_program(house) for gap in gaps.groups()):
                return True
        return False

    for path in house.under("web/src", ends="en.json"):
        for key in _keys(json.loads(house.text(path))):
            if not shown(key) and not shown(_PLURAL.sub("", key)):
                at = house.text(path).find(f'"{key.split(".")[-1]}"')
                yield Offence(path, line_of(house.text(path), at), f"no page shows {key}", "remove the text", f"{path} {key}")


def said_once(house):
    """No catalogue gives one key two texts: the later would stand in both places."""
    for path in house.under("web/src", ends="en.json") + house.under("api", ends=".en.json"):
        text = house.text(path)
        again = []

        def take(pairs):
            names = [name for name, _ in pairs]
            again.extend(name for at, name in enumerate(names) if name in names[:at])
            return dict(pairs)

        json.loads(text, object_pairs_hook=take)
        for name in again:
            yield Offence(path, line_of(text, text.rfind(f'"{name}"')), f"{name} has two texts", "give one of them another key", f"{path} {name}")


def cmake(house):
    """Every CMake file is reached from the first, and every program of bench/ and fuzz/ is built by one."""
    seen, waiting = set(), ["CMakeLists.txt"]
    while waiting:
        path = waiting.pop()
        if path in seen or not house.has(path):
            continue
        seen.add(path)
        folder = posixpath.dirname(path)
        for command, name in re.findall(r"\b(add_subdirectory|include)\(\s*([\w./-]+)", house.text(path)):
            more = name + "/CMakeLists.txt" if command == "add_subdirectory" else name
            waiting.append(posixpath.normpath(posixpath.join(folder, more)))
    for path in house.files:
        if (path.endswith(".cmake") or path.endswith("CMakeLists.txt")) and path not in seen:
            yield Offence(path, 1, "no CMake file reaches it", "add its folder, or remove it", path)
    for folder in ("bench", "fuzz"):
        for path in house.under(folder, ends=".cpp"):
            name = posixpath.basename(path).removesuffix(".cpp")
            if not re.search(rf"\b{name}\b", house.text(f"{folder}/CMakeLists.txt")):
                yield Offence(path, 1, "no program is built of it", f"name it in {folder}/CMakeLists.txt, or remove it", path)
