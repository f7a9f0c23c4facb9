#!/usr/bin/env python3
"""The exchange's list of indicators that are large, beside the list of as many that are small, asked for in turns.
usage: large_list.py CCOP-PROGRAM [INDICATORS [BYTES [TIMES]]]     30 of 900000 bytes, 50 times; makes a community of its own"""
import json
import statistics
import sys
import time

from exchange import headers_of, indicator, post
from served import Community, require, resident_megabytes, run

most_of_a_page = 30


def share(community, label, count, size):
    """Indicators of this size under their label, each sent by itself; in the order in which they were sent."""
    things = [indicator(i) | {"name": f"{label} {i}", "labels": [label], "description": "x" * size} for i in range(count)]
    taken = post(community, [json.dumps({"objects": [thing]}) for thing in things])
    require(taken == count, f"{taken} {label} indicators were taken of {count}")
    return [thing["id"] for thing in things]


def listed(community, label, ids):
    """How long the list took, in ms, and its bytes; it holds these and nothing else, the newest first."""
    headers = headers_of(community) | {"Accept": "application/json", "Content-Type": "application/json"}
    began = time.monotonic()
    status, body = community.ask("POST", "/api/exchange/search", headers, json.dumps({"type": "indicator", "label": label}))
    took = (time.monotonic() - began) * 1000
    require(status == 200, f"the list of {label} ones was answered {status}: {body[:200]!r}")
    answer = json.loads(body)
    require([row["id"] for row in answer["objects"]] == ids[::-1], f"the list of {label} ones is not of those that were sent")
    return took, len(body)


def main():
    count, size, times = (int(sys.argv[i + 2]) if len(sys.argv) > i + 2 else usual for i, usual in enumerate((30, 900_000, 50)))
    require(1 <= count <= most_of_a_page, f"a list has at most {most_of_a_page} on its first page")
    with Community(sys.argv[1]) as community:
        community.serve()
        sizes = {"small": 200, "large": size}
        ids = {label: share(community, label, count, bytes_) for label, bytes_ in sizes.items()}
        runs = [{label: listed(community, label, ids[label]) for label in sizes} for _ in range(times)]
        small, large = (statistics.median(one[label][0] for one in runs) for label in sizes)
        weights = {label: runs[-1][label][1] for label in sizes}
        print(f"the list of {count} indicators of {size} bytes: {large:.2f} ms, of {count} small ones {small:.2f} ms, ratio {large / small:.2f} "
              f"(medians of {times} in turns; answers of {weights['large']} and {weights['small']} bytes; "
              f"slowest {max(one['large'][0] for one in runs):.1f} and {max(one['small'][0] for one in runs):.1f} ms)")
        print(f"resident memory: {resident_megabytes(community.server.pid)} MB")


if __name__ == "__main__":
    run(main)
