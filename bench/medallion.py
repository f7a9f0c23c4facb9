#!/usr/bin/env python3
"""Adds indicators over TAXII and reads them back, from ccop and from medallion (its memory back end) in one run.
usage: medallion.py CCOP-PROGRAM MEDALLION-CHECKOUT [OBJECTS]
Needs python3-flask, python3-flask-httpauth, python3-tz and environ-config; the checkout is github.com/oasis-open/cti-taxii-server."""
import base64, http.client, json, os, shutil, subprocess, sys, tempfile, time, uuid

ccop, checkout = (os.path.abspath(path) for path in sys.argv[1:3])
total = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
taxii = "application/taxii+json;version=2.1"
ours, theirs = 8196, 8193
medallion = """
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


def measure(name, port, path, authorization):
    """Objects a second, added and read, 100 a request; by one connection as long as the server keeps it."""
    bodies = [json.dumps({"objects": [indicator(k + i) for i in range(100)]}) for k in range(0, total, 100)]
    connection = http.client.HTTPConnection("127.0.0.1", port)

    def ask(method, query="", body=None):
        connection.request(method, path + query, body,
                           {"Authorization": authorization, "Accept": taxii, "Content-Type": taxii})
        answer = connection.getresponse()
        data = answer.read()
        assert answer.status < 300, (answer.status, data[:200])
        return data

    began = time.time()
    for body in bodies:
        ask("POST", body=body)
    added = total / (time.time() - began)
    began, read, query = time.time(), 0, "?limit=20"  # as many as medallion's own tests let it give
    while True:
        answer = json.loads(ask("GET", query))
        read += len(answer.get("objects", []))
        if not answer.get("more"):
            break
        query = "?limit=20&next=" + answer["next"]
    rate = read / (time.time() - began)
    print("%s: add %.0f objects/s, read %.0f objects/s" % (name, added, rate))
    return added, rate


folder = tempfile.mkdtemp(prefix="ccop-bench-")
origin = "http://localhost:%d" % ours
subprocess.run([ccop, "demo", "--charter", root + "/charter/ccop.toml", "--data", folder, "--origin", origin],
               check=True, stdout=subprocess.DEVNULL)
token = next(line.split()[-1] for line in open(folder + "/demo-links.txt") if "read-write" in line)
quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
servers = [subprocess.Popen([ccop, "serve", "--data", folder, "--listen", "127.0.0.1:%d" % ours, "--origin", origin], **quiet),
           subprocess.Popen([sys.executable, "-c", medallion, checkout, str(theirs)], **quiet)]
try:
    time.sleep(2)
    password = "Basic " + base64.b64encode(b"admin:Password0").decode()
    other = measure("medallion", theirs, "/trustgroup1/collections/365fed99-08fa-fdcd-a1b3-fb247eb41d01/objects/", password)
    own = measure("ccop", ours, "/c/ccop/taxii2/collections/amber/objects/", "Bearer " + token)
    print("ratios: add %.1f, read %.1f" % (own[0] / other[0], own[1] / other[1]))
finally:
    for server in servers:
        server.terminate()
        server.wait()
    shutil.rmtree(folder)
