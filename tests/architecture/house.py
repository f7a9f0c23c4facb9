"""What every rule works on: the files of the house, what a rule finds in them, and the exceptions that stand."""
import dataclasses
import fnmatch
import functools
import os
import subprocess


@dataclasses.dataclass(frozen=True)
class Offence:
    """What is wrong at a place. `subject` names it in exceptions.txt; it stays the same when lines move."""
    file: str
    line: int
    what: str
    remedy: str
    subject: str


_MADE = {".git", "build", "data", "dist", "node_modules", "test-results", "__pycache__"}


class House:
    """The files of a tree, by their paths from its root, each read once."""

    def __init__(self, root):
        self.root = root
        self.files = sorted(self._listed())

    def _listed(self):
        """What git knows or would take; without git, whatever lies there and was not built or installed."""
        listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=self.root,
                                capture_output=True, text=True, check=False)
        if os.path.exists(os.path.join(self.root, ".git")) and listed.returncode == 0:
            return {path for path in listed.stdout.split("\0") if path and os.path.isfile(os.path.join(self.root, path))}
        found = set()
        for folder, folders, names in os.walk(self.root):
            folders[:] = [name for name in folders if name not in _MADE]
            found |= {os.path.relpath(os.path.join(folder, name), self.root) for name in names}
        return found

    @functools.cache
    def text(self, path):
        """The file's text; empty for what is no text."""
        try:
            with open(os.path.join(self.root, path), encoding="utf-8") as source:
                return source.read()
        except UnicodeDecodeError:
            return ""

    def under(self, *folders, ends=""):
        """The files below the folders whose names end so (one ending, or several in a tuple)."""
        prefixes = tuple(folder + "/" for folder in folders)
        return [path for path in self.files if path.startswith(prefixes) and path.endswith(ends)]

    def has(self, path):
        return path in self.files


def line_of(text, at):
    return text.count("\n", 0, at) + 1


@dataclasses.dataclass
class Exception_:
    """A line of exceptions.txt: a rule, a pattern of subjects, and why they may stay."""
    rule: str
    pattern: str
    reason: str
    line: int
    used: bool = False

    def covers(self, rule, subject):
        return self.rule == rule and fnmatch.fnmatchcase(subject, self.pattern)


def read_exceptions(text):
    """Lines `rule | subject | reason`; a subject may hold `*`. A line without a reason is an error."""
    exceptions = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = [part.strip() for part in line.split("|")]
        if len(parts) != 3 or not all(parts):
            raise ValueError(f"exceptions.txt:{number}: expected `rule | subject | reason`")
        exceptions.append(Exception_(*parts, number))
    return exceptions
