"""Functions fit a screen, and files have one purpose."""
import cpp
import typescript
from house import Offence

MOST_LINES_OF_A_FUNCTION = 60
MOST_LINES_OF_A_FILE = 400
WRITTEN_BY_HAND = (".cpp", ".hpp", ".ts", ".tsx", ".mjs", ".py", ".sh", ".css")


def _of_functions(house, files, read):
    for path in files:
        end = 0
        for function in sorted(read(house.text(path)), key=lambda f: (f.line, -f.lines)):
            if function.lines <= MOST_LINES_OF_A_FUNCTION or function.line <= end:
                continue
            end = function.line + function.lines - 1
            yield Offence(path, function.line, f"{function.name} has {function.lines} lines, more than {MOST_LINES_OF_A_FUNCTION}",
                          "cut it by meaning, not by length", f"{path} {function.name}")


def functions_in_cpp(house):
    """No function of C++ is longer than 60 lines."""
    files = house.under("src", "tests", "bench", "fuzz", ends=(".cpp", ".hpp"))
    return _of_functions(house, files, lambda text: cpp.read(text).functions)


def functions_in_typescript(house):
    """No function of the page is longer than 60 lines."""
    files = house.under("web", "bench", ends=(".ts", ".tsx", ".mjs"))
    return _of_functions(house, files, typescript.functions)


def files(house):
    """No file that is written by hand is longer than 400 lines."""
    for path in house.under("src", "tests", "bench", "fuzz", "web", "scripts", ends=WRITTEN_BY_HAND):
        lines = house.text(path).count("\n")
        if lines > MOST_LINES_OF_A_FILE:
            yield Offence(path, lines, f"has {lines} lines, more than {MOST_LINES_OF_A_FILE}", "give one of its purposes a file of its own", path)
