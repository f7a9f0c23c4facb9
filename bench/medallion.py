#!/usr/bin/env python3
"""Adds indicators over TAXII and reads them back, from ccop and from medallion (its memory back end) in one run.
usage: medallion.py CCOP-PROGRAM MEDALLION-CHECKOUT [OBJECTS]
Needs python3-flask, python3-flask-httpauth, python3-tz and environ-config; the checkout is github.com/oasis-open/cti-taxii-server."""
import base64
import http.client
import json
import pathlib
import subprocess
import sys
import time
import uuid

from served import Community, free_port, require, require_own_port, run, wait_until

taxii = "application/taxii+json;version=2.1"
objects_a_request = 100
objects_a_page = 20  # as many as medallion's own tests let it give
serves_medallion = """
import sys
sys.path.insert(0, sys.argv[1])
from medallion.test.base_test import TaxiiTest
test = TaxiiTest()
test.type = "memory"
test.setUp(False)
test.app.testing = False
test.app.run("127.0.0.1", int(sys.argv[2]))
"""


def indicator(i):
    t = "2026-01-01T00:00:00.%03dZ" % (i % 1000)
    return {"type": "indicator", "spec_version": "2.1", "id": "indicator--%s" % uuid.uuid4(), "created": t, "modified": t,
            "name": "indicator %d" % i, "description": "x" * 200, "pattern_type": "stix", "valid_from": t,
            "indicator_types": ["malicious-activity"], "pattern": "[domain-name:value = 'host%d.example']" % i}


class Client:
    """One connection, as long as the server keeps it."""

    def __init__(self, port, path, authorization):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
        self.path = path
        self.headers = {"Authorization": authorization, "Accept": taxii, "Content-Type": taxii}

    def ask(self, method, expected, query="", body=None):
        self.connection.request(method, self.path + query, body, self.headers)
        answer = self.connection.getresponse()
        data = answer.read()
        require(answer.status == expected, f"{method} {self.path} was answered {answer.status}: {data[:200]!r}")
        return json.loads(data)


def measure(name, client, total):
    """Objects a second, added and read; every one of those that were added has to be read."""
    objects = [indicator(i) for i in range(total)]
    bodies = [json.dumps({"objects": objects[k:k + objects_a_request]}) for k in range(0, total, objects_a_request)]
    began = time.monotonic()
    statuses = [client.ask("POST", 202, body=body) for body in bodies]
    added = total / (time.monotonic() - began)
    refused = [status for status in statuses if status.get("failure_count") != 0]
    require(not refused, f"{name} refused objects: {refused[:1]}")
    read, began, query = [], time.monotonic(), f"?limit={objects_a_page}"
    while True:
        answer = client.ask("GET", 200, query)
        read += [thing["id"] for thing in answer.get("objects", [])]
        if not answer.get("more"):
            break
        query = f"?limit={objects_a_page}&next=" + answer["next"]
    rate = len(read) / (time.monotonic() - began)
    missing = {thing["id"] for thing in objects} - set(read)
    require(not missing, f"{name} took {total} objects and does not give {len(missing)} of them back")
    require(len(read) == len(set(read)), f"{name} gives {len(read) - len(set(read))} objects twice")
    print(f"{name}: add {added:.0f} objects/s, read {rate:.0f} objects/s", flush=True)
    return added, rate


def answers(port):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/taxii2/")
        return connection.getresponse().status > 0
    except ConnectionError:
        return False
    finally:
        connection.close()


def main():
    total = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
    checkout = pathlib.Path(sys.argv[2]).resolve()
    require((checkout / "medallion").is_dir(), f"there is no checkout of medallion at {checkout}")
    with Community(sys.argv[1]) as community:
        community.serve()
        port = free_port()
        log = community.folder / "medallion.log"
        with open(log, "wb") as out:
            peer = subprocess.Popen([sys.executable, "-c", serves_medallion, checkout, str(port)], stdout=out, stderr=out)
        try:
            try:
                wait_until(lambda: answers(port), peer, "medallion")
            finally:
                if peer.poll() is not None:
                    print(log.read_text()[-600:], file=sys.stderr)
            require_own_port(peer, port)
            password = "Basic " + base64.b64encode(b"admin:Password0").decode()
            other = measure("medallion", Client(port, "/trustgroup1/collections/365fed99-08fa-fdcd-a1b3-fb247eb41d01/objects/", password), total)
            own = measure("ccop", Client(community.port, "/c/ccop/taxii2/collections/amber/objects/", "Bearer " + community.token), total)
            require(peer.poll() is None, "medallion ended during the run")
            print("ratios: add %.1f, read %.1f" % (own[0] / other[0], own[1] / other[1]))
        finally:
            peer.terminate()
            peer.wait()


run(main)
