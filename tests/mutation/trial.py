"""Runs the tests against one mutant: those that pass its place by first, the quickest of them before the others."""
import os
import re
import resource
import shutil
import signal
import subprocess
import tempfile
import time

QUICK_MS = 3000          # how long the first batch of tests takes without a mutant
PATIENCE = 5             # times as long as without a mutant
LEAST_PATIENCE_S = 10
MOST_MEMORY = 6 << 30
MOST_FILE = 1 << 30


class Tests:
    """The program of tests, and what its run without any mutant told: of each test its time and the places that it passes."""

    def __init__(self, program, folder, seed):
        self.program, self.folder, self.seed = program, folder, seed
        self.known = {}

    def _environment(self, mutant, scratch, more):
        # Properties take the same chances in every run, and don't look for a smaller example of what was noticed.
        return {**os.environ, "CCOP_MUTANT": str(mutant), "TMPDIR": scratch, "RC_PARAMS": f"seed={self.seed} noshrink=1", **more}

    def run(self, mutant, names, limit, more=None):
        """What came of it: (passed, how it ended)."""
        scratch = tempfile.mkdtemp(prefix="run-", dir=self.folder)
        command = [self.program, "--gtest_fail_fast", "--gtest_brief=1", "--gtest_color=no"]
        command += [f"--gtest_filter={':'.join(names)}"] if names else []
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", cwd=scratch,
                                   env=self._environment(mutant, scratch, more or {}), start_new_session=True, preexec_fn=_bounded)
        try:
            output, _ = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            return False, f"hung for {limit:.0f} s"
        finally:
            _end_group(process)
            shutil.rmtree(scratch, ignore_errors=True)
        failed = re.search(r"^\[  FAILED  \] ([^\s,]+)", output, re.MULTILINE)
        if failed:
            return False, failed.group(1)
        if process.returncode < 0:
            return False, f"ended by {signal.Signals(-process.returncode).name}"
        if process.returncode != 0:
            return False, f"ended with {process.returncode}: {output.strip().splitlines()[-1] if output.strip() else ''}"
        return True, "passed"

    def learn(self):
        """Runs everything without a mutant, which must pass."""
        file = os.path.join(self.folder, "reached.tsv")
        if os.path.exists(file):
            os.remove(file)
        began = time.monotonic()
        passed, how = self.run(0, [], 3600, {"CCOP_MUTATION_REACHED": file})
        if not passed:
            raise SystemExit(f"the tests fail without any mutant: {how}")
        with open(file, encoding="utf-8") as source:
            for line in source:
                name, ms, reached = line.rstrip("\n").split("\t")
                self.known[name] = (int(ms), {int(each) for each in reached.split(",") if each})
        return time.monotonic() - began

    def batches(self, mutant):
        """Names of tests in the order in which they are asked: quick ones that pass the place by, the others that do, all others."""
        passing = sorted((ms, name) for name, (ms, reached) in self.known.items() if mutant in reached)
        others = [name for name, (_, reached) in self.known.items() if mutant not in reached]
        quick, total = [], 0
        for ms, name in passing:
            total += ms
            if total <= QUICK_MS or not quick:
                quick.append(name)
        slow = [name for _, name in passing if name not in quick]
        return [batch for batch in (quick, slow, others) if batch]

    def passes_by(self, mutant):
        return any(mutant in reached for _, reached in self.known.values())

    def notice(self, mutant):
        """Whether any test notices the mutant, and how."""
        for names in self.batches(mutant):
            usual = sum(self.known[name][0] for name in names) / 1000
            passed, how = self.run(mutant, names, LEAST_PATIENCE_S + PATIENCE * usual)
            if not passed:
                return True, how
        return False, "no test failed" if self.passes_by(mutant) else "no test comes by"


def _bounded():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_FILE, MOST_FILE))


def _end_group(process):
    """Ends what is left of a run, its forks too."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()
