#!/usr/bin/env python3
"""Loads and reads a collection over TAXII with several connections, beside nginx serving the same pages as files.
usage: exchange.py CCOP-PROGRAM [OBJECTS] [CONNECTIONS]     needs nginx and wrk; makes a community of its own"""
import base64, http.client, json, os, re, shutil, subprocess, sys, tempfile, threading, time, uuid

program = os.path.abspath(sys.argv[1])
total = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
connections = int(sys.argv[3]) if len(sys.argv) > 3 else 4
root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
folder = tempfile.mkdtemp(prefix="ccop-bench-")
taxii = "application/taxii+json;version=2.1"
port, nginx_port = 8197, 8198


def indicator(i):
    t = "2026-01-01T00:00:00.%03dZ" % (i % 1000)
    return {"type": "indicator", "spec_version": "2.1", "id": "indicator--%s" % uuid.uuid4(), "created": t, "modified": t,
            "name": "indicator %d" % i, "description": "x" * 200, "pattern_type": "stix", "valid_from": t,
            "indicator_types": ["malicious-activity"],
            "pattern": "[ipv4-addr:value = '198.51.%d.%d' AND domain-name:value = 'host%d.example']" % (i // 256 % 256, i % 256, i)}


def request(method, path, body=None):
    c = http.client.HTTPConnection("127.0.0.1", port)
    c.request(method, path, body, {"Authorization": "Bearer " + token, "Accept": taxii, "Content-Type": taxii})
    answer = c.getresponse()
    data = answer.read()
    assert answer.status < 300, (answer.status, data[:200])
    return data


def wrk(url, seconds=5):
    text = subprocess.run(["wrk", "-t1", "-c8", "-d%ds" % seconds, "-H", "Authorization: Bearer " + token, "-H", "Accept: " + taxii] +
                          (["-s", script] if script else []) + [url], capture_output=True, text=True, check=True).stdout
    rate = re.search(r"Transfer/sec:\s+([\d.]+)(\w+)", text)
    return float(rate[1]) * {"KB": 1e3, "MB": 1e6, "GB": 1e9}[rate[2]]


subprocess.run([program, "demo", "--charter", root + "/charter/ccop.toml", "--data", folder, "--origin", "http://localhost:%d" % port],
               check=True, stdout=subprocess.DEVNULL)
token = next(line.split()[-1] for line in open(folder + "/demo-links.txt") if "read-write" in line)
server = subprocess.Popen([program, "serve", "--data", folder, "--listen", "127.0.0.1:%d" % port, "--origin", "http://localhost:%d" % port],
                          stdout=subprocess.DEVNULL)
script = None
try:
    time.sleep(1)
    # The bodies are made beforehand: what is measured is the server, not Python's json.
    bodies = [json.dumps({"objects": [indicator(k + i) for i in range(100)]}) for k in range(0, total, 100)]
    raw = sum(len(b) for b in bodies)

    def load(part):
        c = http.client.HTTPConnection("127.0.0.1", port)
        for body in part:
            c.request("POST", "/c/ccop/taxii2/collections/green/objects/", body,
                      {"Authorization": "Bearer " + token, "Accept": taxii, "Content-Type": taxii})
            answer = c.getresponse()
            answer.read()
            assert answer.status == 202, answer.status

    began = time.time()
    threads = [threading.Thread(target=load, args=(bodies[k::connections],)) for k in range(connections)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    took = time.time() - began
    print("add: %.0f objects/s (%d objects, 100 a request, %d connections, durable)" % (total / took, total, connections))

    # Pages by their tokens, as a client meets them; then the same again and again, by wrk, beside nginx.
    pages, paths, path = [], [], "/c/ccop/taxii2/collections/green/objects/?limit=100&match[type]=indicator"
    first = path
    while len(pages) < 200:
        data = request("GET", path.replace("[", "%5B").replace("]", "%5D"))
        pages.append(data)
        paths.append(path.replace("[", "%5B").replace("]", "%5D"))
        answer = json.loads(data)
        if not answer["more"]:
            break
        path = first + "&next=" + answer["next"]
    site = folder + "/site"
    os.makedirs(site + "/logs")
    for i, data in enumerate(pages):
        open("%s/%d" % (site, i), "wb").write(data)
    open(site + "/nginx.conf", "w").write(
        "worker_processes 2; pid %s/nginx.pid; error_log %s/error.log;\nevents { worker_connections 256; }\nhttp { access_log off; sendfile on; "
        "keepalive_requests 1000000000; open_file_cache max=1000; server { listen 127.0.0.1:%d; root %s; } }\n" % (site, site, nginx_port, site))
    os.chmod(folder, 0o755)
    nginx = subprocess.Popen(["nginx", "-c", site + "/nginx.conf", "-g", "daemon off; user root;"])
    time.sleep(1)
    try:
        def lua(urls):
            name = site + "/paths.lua"
            open(name, "w").write("local paths = {%s}\nlocal i = 0\nrequest = function() i = i %% #paths + 1; return wrk.format('GET', paths[i]) end\n"
                                  % ",".join("'%s'" % u for u in urls))
            return name
        for run in range(3):
            script = lua(paths)
            ours = wrk("http://127.0.0.1:%d" % port)
            script = lua(["/%d" % i for i in range(len(pages))])
            theirs = wrk("http://127.0.0.1:%d" % nginx_port)
            print("read: %.0f MB/s, nginx %.0f MB/s, ratio %.2f (%d pages of %d KB)" %
                  (ours / 1e6, theirs / 1e6, ours / theirs, len(pages), len(pages[0]) // 1000))
    finally:
        nginx.terminate()
    for name, q in (("an address", "198.51.3.7"), ("a domain", "host777.example")):
        times = []
        for _ in range(200):
            t = time.time()
            request("GET", "/c/ccop/api/exchange?q=" + q)
            times.append(time.time() - t)
        print("search by %s: %.2f ms (median of 200)" % (name, sorted(times)[100] * 1000))
    memory = re.search(r"VmRSS:\s+(\d+)", open("/proc/%d/status" % server.pid).read())
    print("resident memory: %d MB" % (int(memory[1]) // 1024))
finally:
    server.terminate()
    server.wait()
database = sum(os.path.getsize(folder + "/ccop/" + f) for f in os.listdir(folder + "/ccop") if f.startswith("exchange.db"))
print("on disk: %.2f of the raw JSON" % (database / raw))
shutil.rmtree(folder)
