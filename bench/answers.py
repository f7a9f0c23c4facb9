#!/usr/bin/env python3
"""An answer of the API, asked with a token, beside the same bytes as a static file of nginx, in one run.
usage: answers.py CCOP-PROGRAM [PATH [SECONDS [ROUNDS]]]     PATH is below the community's, e.g. /api/motions; needs wrk and nginx"""
import sys

from beside_nginx import Nginx, wrk
from served import Community, require, resident_megabytes, run


def main():
    path = sys.argv[2] if len(sys.argv) > 2 else "/api/motions"
    seconds = int(sys.argv[3]) if len(sys.argv) > 3 else 6
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 3
    with Community(sys.argv[1]) as community:
        community.serve()
        answer = community.get(path)
        print(f"bytes of the answer: {len(answer)}")
        with Nginx(community.folder / "nginx", {"answer.json": answer}) as nginx:
            for _ in range(rounds):
                ours, _ = wrk(community.url + community.path + path, len(answer), seconds=seconds,
                              headers={"Authorization": "Bearer " + community.token_for(path)})
                theirs, _ = wrk(nginx.url + "/answer.json", len(answer), seconds=seconds)
                print(f"requests/s: ccop {ours:.0f}, nginx {theirs:.0f}, ratio {ours / theirs:.2f}", flush=True)
        require(community.get(path) == answer, f"{path} is not the same after the run as before it")
        print(f"resident memory: {resident_megabytes(community.server.pid)} MB")


run(main)
