#!/usr/bin/env python3
"""The behaviour tests of medallion (OASIS's TAXII 2.1 server, github.com/oasis-open/cti-taxii-server) against ccop.

usage: medallion_test.py CCOP MEDALLION-CHECKOUT      Ends with `N passed, N failed`; names what it leaves out, and why.
Needs python3-flask, python3-flask-httpauth, python3-pytest, python3-requests, python3-tz and environ-config.

The tests are medallion's, unchanged. Their client speaks to a community's API root instead of a server in the process;
its collections stand for medallion's, and hold medallion's objects, added in the order of its dates of addition. Those
dates are a server's own, so the client translates them.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

import pytest
import requests

ccop, checkout = (os.path.abspath(path) for path in sys.argv[1:3])
source = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
port = 8196
origin = f"http://localhost:{port}"
taxii = "application/taxii+json;version=2.1"
collections = {
    "91a7b528-80eb-42ed-a74d-c6fbd5a26116": "amber-strict",
    "365fed99-08fa-fdcd-a1b3-fb247eb41d01": "amber",
    "472c94ae-3113-4e3e-a4dd-a9f4ac7471d4": "red",
}
left_out = {
    "medallion's own titles, ids and example statuses": [
        "test_server_discovery", "test_get_api_root_information", "test_get_status", "test_get_collections",
        "test_get_or_add_objects_422", "test_object_pagination_changing_params_400"],
    "medallion's configuration, files and threads": [
        "test_no_config", "test_default_taxii_no_taxii_section", "test_default_userpass_no_auth_section",
        "test_default_backend_no_backend_section", "test_save_to_file", "test_status_cleanup"],
    "objects that STIX doesn't allow (no `modified`, no payload, no pattern) are refused": [
        "test_object_already_present", "test_SCO_versioning", "test_get_objects_match_type_spec_version"],
    "404 in place of 403: whoever may not read a collection is not told that it exists (TAXII 2.1, section 5.1)": [
        "test_get_object_manifest_403", "test_get_object_403"],
}


class Answer:
    """What medallion's tests read of an answer."""

    def __init__(self, answer, dates):
        self.status_code = answer.status_code
        self.content_type = answer.headers.get("Content-Type")
        text = answer.text
        for ours, theirs in dates.items():
            text = text.replace(ours, theirs)
        self.json = json.loads(text) if text.startswith("{") else None
        self.headers = {name: dates.get(value, value) for name, value in answer.headers.items()}


class Client:
    def __init__(self, token):
        self.token = token
        self.dates = {}  # ours: medallion's

    def translated(self, path):
        path = path.replace("/trustgroup1/", "/c/ccop/taxii2/", 1)
        for theirs, ours in collections.items():
            path = path.replace(theirs, ours)
        path, _, query = path.partition("?")
        if not path.endswith("/"):
            path += "/"  # medallion redirects there
        after = re.search(r"added_after=([^&]+)", query)
        if after:
            asked = (after[1].rstrip("Z") + ("" if "." in after[1] else ".")).ljust(26, "0")
            before = [ours for ours, theirs in sorted(self.dates.items()) if theirs.rstrip("Z") <= asked]
            if before and after[1] < "2020":
                query = query.replace(after[1], before[-1])
        return origin + path + ("?" + query if query else "")

    def ask(self, method, path, headers=None, data=None):
        headers = dict(headers or {})
        if "Authorization" in headers:
            headers["Authorization"] = "Bearer " + self.token
        return Answer(requests.request(method, self.translated(path), headers=headers, data=data), self.dates)

    def get(self, path, headers=None, follow_redirects=False):
        return self.ask("GET", path, headers)

    def post(self, path, headers=None, data=None):
        return self.ask("POST", path, headers, data)

    def delete(self, path, headers=None, follow_redirects=False):
        return self.ask("DELETE", path, headers)

    def load(self, collection):
        """Adds medallion's objects one by one, in the order of their dates, and learns when ours were added."""
        objects = {(o["id"], o.get("modified", o["created"])): o for o in collection["objects"]}
        path = f"{origin}/c/ccop/taxii2/collections/{collections[collection['id']]}/objects/"
        headers = {"Authorization": "Bearer " + self.token, "Accept": taxii, "Content-Type": taxii}
        for item in sorted(collection["manifest"], key=lambda item: item["date_added"]):
            known = set(self.dates)
            body = json.dumps({"objects": [objects[item["id"], item["version"]]]})
            status = requests.post(path, data=body, headers=headers).json()
            assert status["success_count"] == 1, status
            manifest = requests.get(path.replace("objects/", "manifest/?match[version]=all&match[spec_version]=2.0,2.1"),
                                    headers=headers).json()
            self.dates.update((record["date_added"], item["date_added"]) for record in manifest["objects"]
                              if record["date_added"] not in known)


class Plugin:
    """Gives medallion's tests this client."""

    def __init__(self, client):
        import medallion.test.base_test as base

        def set_up(test, start_threads=True):
            test.client = client
            test.headers = {"Accept": taxii, "Authorization": "replaced"}
            test.post_headers = {**test.headers, "Content-Type": taxii}

        base.TaxiiTest.setUp = set_up
        base.TaxiiTest.tearDown = lambda test: None
        self.counts = {"passed": 0, "failed": 0}

    def pytest_collection_modifyitems(self, items):
        names = [name for group in left_out.values() for name in group]
        items[:] = [item for item in items if item.originalname not in names and "mongo" not in item.name]

    def pytest_runtest_logreport(self, report):
        if report.when == "call" or report.failed:
            self.counts["failed" if report.failed else "passed"] += 1


def main():
    folder = tempfile.mkdtemp(prefix="ccop-medallion-")
    subprocess.run([ccop, "demo", "--charter", source + "/charter/ccop.toml", "--data", folder, "--origin", origin],
                   check=True, stdout=subprocess.DEVNULL)
    os.remove(folder + "/ccop/exchange.db")  # the demonstration's own examples
    token = next(line.split()[-1] for line in open(folder + "/demo-links.txt") if "read-write" in line)
    server = subprocess.Popen([ccop, "serve", "--data", folder, "--listen", f"127.0.0.1:{port}", "--origin", origin],
                              stdout=subprocess.DEVNULL)
    sys.path.insert(0, checkout)
    try:
        time.sleep(1.5)
        client = Client(token)
        with open(checkout + "/medallion/test/data/default_data.json") as file:
            for collection in json.load(file)["trustgroup1"]["collections"]:
                if collection.get("objects"):
                    client.load(collection)
        plugin = Plugin(client)
        pytest.main(["-q", "-p", "no:cacheprovider", "--tb=short", "--rootdir", checkout,
                     checkout + "/medallion/test/test_backends.py"], plugins=[plugin])
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(folder)
    for why, names in left_out.items():
        print(f"left out, {why}: {', '.join(names)}")
    print(f"{plugin.counts['passed']} passed, {plugin.counts['failed']} failed")
    sys.exit(plugin.counts["failed"] != 0)


main()
