#!/usr/bin/env python3
"""Loads and reads a collection over TAXII with several connections, beside nginx serving the same pages as files.
usage: exchange.py CCOP-PROGRAM [OBJECTS [CONNECTIONS [SECONDS]]]     needs nginx and wrk; makes a community of its own"""
import concurrent.futures
import http.client
import json
import sqlite3
import sys
import time
import uuid

from beside_nginx import Nginx, wrk
from served import Community, require, resident_megabytes, run

taxii = "application/taxii+json;version=2.1"
collection = "/taxii2/collections/green/objects/"
objects_a_request = 100
most_pages = 200


def indicator(i):
    t = "2026-01-01T00:00:00.%03dZ" % (i % 1000)
    return {"type": "indicator", "spec_version": "2.1", "id": "indicator--%s" % uuid.uuid4(), "created": t, "modified": t,
            "name": "indicator %d" % i, "description": "x" * 200, "pattern_type": "stix", "valid_from": t,
            "indicator_types": ["malicious-activity"],
            "pattern": "[ipv4-addr:value = '198.51.%d.%d' AND domain-name:value = 'host%d.example']" % (i // 256 % 256, i % 256, i)}


def headers_of(community):
    return {"Authorization": "Bearer " + community.token, "Accept": taxii}


def post(community, bodies):
    """Sends each body; answers with how many objects were taken."""
    connection = http.client.HTTPConnection("127.0.0.1", community.port, timeout=60)
    taken = 0
    for body in bodies:
        connection.request("POST", community.path + collection, body, headers_of(community) | {"Content-Type": taxii})
        answer = connection.getresponse()
        data = answer.read()
        require(answer.status == 202, f"objects were answered {answer.status}: {data[:200]!r}")
        status = json.loads(data)
        require(status["failure_count"] == 0, f"objects were refused: {data[:300]!r}")
        taken += status["success_count"] + status["pending_count"]
    return taken


def add(community, bodies, total, connections):
    began = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(connections) as pool:
        taken = sum(pool.map(lambda k: post(community, bodies[k::connections]), range(connections)))
    took = time.monotonic() - began
    require(taken == total, f"{taken} objects were taken of the {total} that were sent")
    print(f"add: {total / took:.0f} objects/s ({total} objects, {objects_a_request} a request, {connections} connections, durable)", flush=True)
    return total / took


def plain_inserts(folder, bodies):
    """The least that keeping them could be: each object's text under its id, a transaction a request, durable like ours."""
    rows = [[(thing["id"], json.dumps(thing)) for thing in json.loads(body)["objects"]] for body in bodies]
    database = sqlite3.connect(folder / "plain.db", isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE objects (id TEXT PRIMARY KEY, json TEXT NOT NULL)")
    began = time.monotonic()
    for some in rows:
        database.execute("BEGIN")
        database.executemany("INSERT INTO objects VALUES (?, ?)", some)
        database.execute("COMMIT")
    took = time.monotonic() - began
    kept = database.execute("SELECT count(*) FROM objects").fetchone()[0]
    database.close()
    require(kept == sum(map(len, rows)), "SQLite did not keep what it was given")
    return kept / took


def read_pages(community, total):
    """Pages by their tokens, as a client meets them: their paths and their bytes."""
    first = collection + "?limit=100&match%5Btype%5D=indicator"
    paths, pages, path = [], [], first
    while len(pages) < most_pages:
        pages.append(community.get(path, headers_of(community)))
        paths.append(community.path + path)
        answer = json.loads(pages[-1])
        if not answer["more"]:
            break
        path = first + "&next=" + answer["next"]
    ids = {thing["id"] for page in pages for thing in json.loads(page)["objects"]}
    read = sum(len(json.loads(page)["objects"]) for page in pages)
    require(len(ids) == read, "an object stands on two pages")
    require(read >= min(total, most_pages * objects_a_request), f"{read} objects stand on {len(pages)} pages, of {total}")
    return paths, pages


def read_beside_nginx(community, paths, pages, seconds):
    names = [f"{i}.json" for i in range(len(pages))]
    weight = sum(map(len, pages)) / len(pages)
    load = {"threads": 1, "connections": 8, "seconds": seconds, "folder": community.folder}
    with Nginx(community.folder / "nginx", dict(zip(names, pages))) as nginx:
        for _ in range(3):
            _, ours = wrk(community.url, weight, headers=headers_of(community), paths=paths, **load)
            _, theirs = wrk(nginx.url, weight, paths=["/" + name for name in names], **load)
            print(f"read: {ours / 1e6:.0f} MB/s, nginx {theirs / 1e6:.0f} MB/s, ratio {ours / theirs:.2f} "
                  f"({len(pages)} pages of {weight / 1000:.0f} KB)", flush=True)
    for path, page in zip(paths, pages):
        again = community.get(path.removeprefix(community.path), headers_of(community))
        require(again == page, f"{path} is not the same after the run as before it")


def search(community, what, question, wanted):
    times = []
    for _ in range(200):
        began = time.monotonic()
        status, body = community.ask("POST", "/api/exchange/search", {**headers_of(community), "Content-Type": "application/json"},
                                     json.dumps({"q": question}))
        times.append(time.monotonic() - began)
        require(status == 200 and wanted in body, f"the search by {what} does not find what has it: {body[:200]!r}")
    return f"search by {what}: {sorted(times)[100] * 1000:.2f} ms"


def main():
    total = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    connections = int(sys.argv[3]) if len(sys.argv) > 3 else 4
    seconds = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    require(total % objects_a_request == 0 and total >= 1000, f"OBJECTS is a multiple of {objects_a_request}, at least 1000")
    with Community(sys.argv[1]) as community:
        community.serve()
        # The bodies are made beforehand: what is measured is the server, not Python's json.
        bodies = [json.dumps({"objects": [indicator(k + i) for i in range(objects_a_request)]})
                  for k in range(0, total, objects_a_request)]
        added = add(community, bodies, total, connections)
        plain = plain_inserts(community.folder, bodies)
        print(f"SQLite's inserts of the same texts, {objects_a_request} a transaction: {plain:.0f} objects/s; ratio {added / plain:.2f}")
        paths, pages = read_pages(community, total)
        read_beside_nginx(community, paths, pages, seconds)
        began = time.monotonic()
        for _ in range(200):
            community.get("/api/community")
        asked = f"an answer that needs no search: {(time.monotonic() - began) * 5:.2f} ms"
        print(search(community, "an address", "198.51.3.7", b"indicator 775"), search(community, "a domain", "host777.example", b"indicator 777"),
              asked, sep="; ")
        print(f"resident memory: {resident_megabytes(community.server.pid)} MB")
        community.stop()
        files = (community.data / "ccop").glob("exchange.db*")
        print(f"on disk: {sum(file.stat().st_size for file in files) / sum(map(len, bodies)):.2f} of the raw JSON")


if __name__ == "__main__":
    run(main)
