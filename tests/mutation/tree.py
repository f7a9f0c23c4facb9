"""The copy of the project in which all mutants live at once: each changed place asks which mutant the run is about."""
import json
import os
import shutil
import subprocess

import places

PROGRAM = "ccop_mutation_tests"
# The tests of what is mutated, and of what is served of it, in a program of their own.
_CMAKE = f"""
set(mutation_tests ${{test_sources}})
list(FILTER mutation_tests INCLUDE REGEX "/tests/(community|host|hostile|server)/")
list(FILTER mutation_tests EXCLUDE REGEX "/hostile/(election_command|last_voter)_test")  # they run the program
file(WRITE ${{CMAKE_CURRENT_BINARY_DIR}}/reached.cpp "#include \\"mutation/reached.hpp\\"\\n")
ccop_test_program({PROGRAM} ${{mutation_tests}} ${{CMAKE_CURRENT_BINARY_DIR}}/reached.cpp)
set_target_properties({PROGRAM} PROPERTIES EXCLUDE_FROM_ALL ON)
"""
# It does not need the command line, which would have to be built for nothing.
_LEANER = [("PRIVATE ccop_cli ", "PRIVATE ccop_simulation ccop_server ccop_witness "), ("add_dependencies(${name} ccop)", ""), ("$<TARGET_FILE:ccop>", "")]
# What is mutated is drawn and compiled file by file, where the release reads several as one.
_ALONE = b"set_target_properties(ccop_community ccop_host PROPERTIES UNITY_BUILD OFF)\n"
# What is mutated compares, computes and narrows oddly: its warnings say nothing. A step beyond an end is noticed as the sanitizers
# of ./check would. The tests' own code need not be quick.
_MUTATED_OPTIONS = "-w;-Wno-narrowing;-O1;-D_GLIBCXX_ASSERTIONS"
_TEST_OPTIONS = f"target_compile_options({PROGRAM} PRIVATE -w -O0)\n"


class Tree:
    def __init__(self, project, folder):
        self.project, self.root = project, os.path.join(folder, "tree")
        self.build = os.path.join(self.root, "build", "release")  # as deep as the project's own: compiler caches agree

    def wanted(self):
        """The project's files; of the page its words alone."""
        listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=self.project,
                                capture_output=True, text=True, check=True).stdout.split("\0")
        return sorted(path for path in listed
                      if path and os.path.isfile(os.path.join(self.project, path)) and (not path.startswith("web/") or path.endswith("en.json")))

    def sync(self):
        """Makes the copy what the project is. What did not change keeps its time, so that little is built again."""
        wanted = set(self.wanted())
        for folder, _, names in os.walk(self.root):
            for name in names:
                path = os.path.relpath(os.path.join(folder, name), self.root)
                if path not in wanted and not path.startswith("build/") and path != "src/mutated.cmake":
                    os.remove(os.path.join(self.root, path))
        for path in wanted:
            with open(os.path.join(self.project, path), "rb") as source:
                content = source.read()
            if path == "tests/CMakeLists.txt":
                text = content.decode() + _CMAKE + _TEST_OPTIONS
                for what, instead in _LEANER:
                    text = text.replace(what, instead)
                content = text.encode()
            if path == "src/CMakeLists.txt":
                content += _ALONE + b"include(${CMAKE_CURRENT_SOURCE_DIR}/mutated.cmake)\n"
            self._write(path, content)
        if not os.path.exists(os.path.join(self.root, "src", "mutated.cmake")):
            self._write("src/mutated.cmake", b"")

    def _write(self, path, content):
        target = os.path.join(self.root, path)
        if os.path.exists(target):
            with open(target, "rb") as there:
                if there.read() == content:
                    return
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as out:
            out.write(content)

    def configure(self):
        subprocess.run(["cmake", "--preset", "release", "-DCCOP_TESTS=ON"], cwd=self.root, check=True, stdout=subprocess.DEVNULL)

    def commands(self):
        """file, from the tree's root -> the arguments with which clang reads it."""
        with open(os.path.join(self.build, "compile_commands.json"), encoding="utf-8") as source:
            listed = json.load(source)
        return {os.path.relpath(each["file"], self.root): places.arguments_of(each["command"], each["file"]) for each in listed}

    def original(self, path):
        with open(os.path.join(self.project, path), encoding="utf-8") as source:
            return source.read()

    def mutated(self, path, mutants):
        """The file's text with a choice at each mutant's place, inner places whole within outer ones; and where in it each stands,
        as number -> (start, end) in bytes."""
        text = self.original(path).encode("utf-8")
        marks = []
        for mutant in mutants:
            width, number = mutant["end"] - mutant["start"], mutant["id"]
            marks.append((mutant["start"], 1, -width, -number, number, mutant["before"]))
            marks.append((mutant["end"], 0, width, number, number, mutant["after"]))
        out, at, ranges = b'#include "../tests/mutation/choice.hpp"\n#line 1\n', 0, {}
        for place, opens, _, _, number, mark in sorted(marks):
            out += text[at:place]
            ranges[number] = (len(out), len(out)) if opens else (ranges[number][0], None)
            out += mark.replace("@", str(number)).encode("utf-8")
            if not opens:
                ranges[number] = (ranges[number][0], len(out))
            at = place
        return (out + text[at:]).decode("utf-8"), ranges

    def write_mutated(self, mutants):
        """Puts the mutants into their files. All other files are compiled as ever, so that a compiler's cache has them."""
        by_file = {}
        for mutant in mutants:
            by_file.setdefault(mutant["file"], []).append(mutant)
        options = []
        for path, group in sorted(by_file.items()):
            self._write(path, self.mutated(path, group)[0].encode("utf-8"))
            options.append(f'set_source_files_properties(${{PROJECT_SOURCE_DIR}}/{path} TARGET_DIRECTORY ccop_{path.split("/")[1]} '
                           f'PROPERTIES COMPILE_OPTIONS "{_MUTATED_OPTIONS}" SKIP_PRECOMPILE_HEADERS ON)\n')
        self._write("src/mutated.cmake", "".join(options).encode("utf-8"))

    def compile(self, jobs):
        subprocess.run(["cmake", "--build", self.build, "--target", PROGRAM, "--parallel", str(jobs)], check=True)
        shutil.copy2(os.path.join(self.build, "bin", PROGRAM), self.program())

    def program(self):
        return os.path.join(os.path.dirname(self.root), PROGRAM)
