"""The floors of src/: an include leads down, and only where the folder's CMakeLists.txt says so."""
import functools
import re

import cpp
from house import Offence

# From the top. A folder uses only folders that stand after it here, and of those what its CMakeLists.txt names.
FLOORS = ["cli", "simulation", "server", "notify", "report", "witness", "exchange", "host", "community", "identity", "ledger", "ballot",
          "exposure", "store", "base"]


def _folders(house):
    return sorted({path.split("/")[1] for path in house.under("src") if path.count("/") > 1})


@functools.cache
def _named_uses(house, folder):
    text = house.text(f"src/{folder}/CMakeLists.txt") if house.has(f"src/{folder}/CMakeLists.txt") else ""
    listed = re.search(r"ccop_library\(\s*\w+\s+USES([^)]*)\)", text)
    return frozenset(re.findall(r"\bccop_(\w+)", listed.group(1))) if listed else frozenset()


def _all_uses(house, folder):
    """What a folder may include: what it names, and what those name."""
    seen, waiting = set(), [folder]
    while waiting:
        for use in _named_uses(house, waiting.pop()) - seen:
            seen.add(use)
            waiting.append(use)
    return seen | {folder}


def floors(house):
    """Every folder of src/ has a floor, and its CMakeLists.txt uses only folders below it."""
    for folder in _folders(house):
        file = f"src/{folder}/CMakeLists.txt"
        if folder not in FLOORS:
            yield Offence(file, 1, f"the folder {folder} has no floor", "give it a place in FLOORS of tests/architecture/layers.py",
                          folder)
            continue
        for use in sorted(_named_uses(house, folder)):
            if use not in FLOORS or FLOORS.index(use) <= FLOORS.index(folder):
                yield Offence(file, 1, f"{folder} uses {use}, which is not below it", "turn the dependency round", f"{folder} -> {use}")


def arrows(house):
    """A file of src/ includes only what its folder's CMakeLists.txt lets it use."""
    for path in house.under("src", ends=(".hpp", ".cpp")):
        folder = path.split("/")[1]
        allowed = _all_uses(house, folder)
        for name, line in cpp.includes(house.text(path)):
            target = name.split("/")[0]
            if "/" in name and target not in allowed:
                yield Offence(path, line, f"includes {name}, but {folder} does not use {target}",
                              f"move what is needed below, or add ccop_{target} to src/{folder}/CMakeLists.txt if it stands below",
                              f"{path} -> {name}")
