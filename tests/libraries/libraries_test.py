#!/usr/bin/env python3
"""What the program and its page are made of is listed whole, and known holes of it are found, by programs that stand for the registry's and
for Debian's.

usage: libraries_test.py
"""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def script(name, *arguments, **environment):
    return subprocess.run([ROOT / "scripts" / name, *arguments], capture_output=True, text=True, env={**os.environ, **environment})


def named_packages():
    """Those that scripts/common.sh has the program built with."""
    listed = subprocess.run(["bash", "-c", 'source scripts/common.sh; printf "%s\\n" "${build_packages[@]}"'], cwd=ROOT, check=True,
                            capture_output=True, text=True)
    return listed.stdout.split()


class TheListOfLibraries(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "sbom.json"
            made = script("sbom.sh", file)
            if made.returncode != 0:
                raise AssertionError(made.stderr)
            cls.sbom = json.loads(file.read_text())
            script("sbom.sh", file)
            cls.again = json.loads(file.read_text())
        cls.components = {one["purl"]: one for one in cls.sbom["components"]}

    def test_is_cyclonedx_and_the_same_each_time(self):
        self.assertEqual((self.sbom["bomFormat"], self.sbom["specVersion"]), ("CycloneDX", "1.5"))
        self.assertEqual(self.sbom, self.again)
        self.assertEqual(len(self.components), len(self.sbom["components"]))

    def test_has_each_package_of_the_lock_file(self):
        lock = json.loads((ROOT / "web/package-lock.json").read_text())["packages"]
        for path, package in lock.items():
            if not path:
                continue
            name = package.get("name", path.split("node_modules/")[-1])
            one = self.components[f"pkg:npm/{name.replace('@', '%40')}@{package['version']}"]
            self.assertEqual((one["name"], one["version"]), (name, package["version"]))
            self.assertEqual(len(one["hashes"][0]["content"]), 128, "SHA-512")
        self.assertEqual(self.components[f"pkg:npm/react@{lock['node_modules/react']['version']}"]["scope"], "required")
        self.assertEqual(self.components[f"pkg:npm/vite@{lock['node_modules/vite']['version']}"]["scope"], "excluded")

    def test_has_each_debian_package_with_the_version_that_is_installed(self):
        listed = {one["name"]: one["version"] for purl, one in self.components.items() if purl.startswith("pkg:deb/")}
        for name in named_packages():
            self.assertIn(name, listed)
        curl = subprocess.run(["dpkg-query", "-W", "-f=${Version}", "libcurl4-openssl-dev"], check=True, capture_output=True, text=True)
        self.assertEqual(listed["libcurl4-openssl-dev"], curl.stdout)


class KnownHoles(unittest.TestCase):
    def ask(self, npm_status, told, debsecan_status=0):
        """With an npm and a debsecan that say so."""
        with tempfile.TemporaryDirectory() as folder:
            for name, text in {"npm": f"echo of npm; exit {npm_status}", "debsecan": f"cat <<'E'\n{told}\nE\nexit {debsecan_status}"}.items():
                program = pathlib.Path(folder) / name
                program.write_text(f"#!/bin/sh\n{text}\n")
                program.chmod(0o700)
            asked = script("known-holes.sh", PATH=f"{folder}:{os.environ['PATH']}")
            return asked.returncode, asked.stdout

    def test_are_none_where_none_is_grave_or_of_ours(self):
        status, said = self.ask(0, "CVE-2026-1 libcurl4-openssl-dev (low urgency)\nCVE-2026-2 libsodium-dev\nCVE-2026-3 emacs (fixed, high urgency)")
        self.assertEqual(status, 0, said)
        self.assertIn("no grave hole is known", said)

    def test_of_a_library_fail_it_and_are_named(self):
        for notes in ("fixed", "remotely exploitable, high urgency"):
            status, said = self.ask(0, f"CVE-2026-1 emacs (fixed)\nCVE-2026-2 libsodium-dev ({notes})")
            self.assertEqual(status, 1)
            self.assertIn("CVE-2026-2 libsodium-dev", said)
            self.assertNotIn("emacs", said)

    def test_of_the_page_fail_it(self):
        self.assertEqual(self.ask(1, "")[0], 1)

    def test_are_not_thought_away_where_nobody_can_be_asked(self):
        self.assertEqual(self.ask(0, "", 1)[0], 1)


if __name__ == "__main__":
    unittest.main()
