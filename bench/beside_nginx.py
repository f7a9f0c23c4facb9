"""The same bytes from ccop and from nginx as files, asked for by wrk; each run's answers are counted and weighed."""
import os
import re
import shutil
import subprocess

from served import Wrong, free_port, require, require_own_port, wait_until

most_header_bytes = 2000
units = {"B": 1, "KB": 1 << 10, "MB": 1 << 20, "GB": 1 << 30}


def tool(name):
    found = shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin")
    require(found, f"{name} is not installed (apt-get install wrk nginx-light)")
    return found


class Nginx:
    """Serves the files of a folder, which is its own; use it in a `with`."""

    def __init__(self, folder, files):
        self.folder, self.port = folder, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        (folder / "files").mkdir(parents=True)
        for name, data in files.items():
            (folder / "files" / name).write_bytes(data)
        user = "user root; " if os.getuid() == 0 else ""
        (folder / "nginx.conf").write_text(
            f"{user}daemon off; worker_processes 2; pid {folder}/nginx.pid; error_log {folder}/error.log;\n"
            "events { worker_connections 1024; }\n"
            "http { access_log off; sendfile on; keepalive_requests 1000000000; open_file_cache max=1000;\n"
            f"server {{ listen 127.0.0.1:{self.port} reuseport; root {folder}/files; }} }}\n")

    def __enter__(self):
        self.process = subprocess.Popen([tool("nginx"), "-e", self.folder / "error.log", "-c", self.folder / "nginx.conf"])
        wait_until(lambda: (self.folder / "nginx.pid").exists() and (self.folder / "nginx.pid").read_text().strip(), self.process, "nginx")
        require_own_port(self.process, self.port)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def wrk(url, weight, *, headers=None, paths=None, seconds=5, threads=2, connections=64, folder=None):
    """Requests and bytes a second. `weight` is what an answer's body weighs, on average over `paths` asked in turn."""
    command = [tool("wrk"), f"-t{threads}", f"-c{connections}", f"-d{seconds}s"]
    for name, value in (headers or {}).items():
        command += ["-H", f"{name}: {value}"]
    if paths:
        script = folder / "paths.lua"
        listed = ",".join(f"'{path}'" for path in paths)
        script.write_text(f"local paths = {{{listed}}}\nlocal i = 0\n"
                          "request = function() i = i % #paths + 1; return wrk.format('GET', paths[i]) end\n")
        command += ["-s", script]
    done = subprocess.run(command + [url], capture_output=True, text=True)
    text = done.stdout
    require(done.returncode == 0, f"{url}: wrk ended with status {done.returncode}: {(text + done.stderr).strip()[-200:]}")
    errors = re.search(r"(Socket errors:.*|Non-2xx or 3xx responses: .*)", text)
    require(not errors, f"{url}: {errors and errors[1]}")
    counted = re.search(r"(\d+) requests in [\d.]+\w+, ([\d.]+)([KMG]?B) read", text)
    rates = re.search(r"Requests/sec:\s+([\d.]+)\s+Transfer/sec:\s+([\d.]+)([KMG]?B)", text)
    if not counted or not rates or int(counted[1]) == 0:
        raise Wrong(f"{url}: wrk got no answer: {text.strip()[-300:]}")
    mean = float(counted[2]) * units[counted[3]] / int(counted[1])
    require(0.98 * weight <= mean <= weight + most_header_bytes,
            f"{url}: answers weigh {mean:.0f} bytes and should weigh {weight:.0f} and their head")
    return float(rates[1]), float(rates[2]) * units[rates[3]]
