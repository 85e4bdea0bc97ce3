#!/usr/bin/env python3
"""Runs programs against a hostile server on loopback and checks what each attack comes to.

    hostile_test.py --belljar PATH [--table] [NAME...]

Each case is one run of the command line. It passes if the program sees what the table says, in time, within memory, and nobody has
touched the canary. --table prints case -> outcome as Markdown (docs/http.md has it).
"""
import argparse
import concurrent.futures
import json
import os
import re
import resource
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import warnings

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import certificates
from hostile_server import Canary, HostileServer

PROGRAM = '''import requests


def f():
    try:
        r = {call}
    except requests.exceptions.RequestException as e:
        return repr(e)
    return [r.status_code, r.text[:400], [h.status_code for h in r.history]]
'''
CONFIG = '''[http]
read_timeout = 1.5
total_timeout = 12
ca_file = "{ca}"
'''
SECONDS = 9.0
MEMORY = 120 << 20


def get(path, tls=False, **arguments):
    more = "".join(f", {name}={value!r}" for name, value in arguments.items())
    return lambda ports: f"requests.get({('https://localhost:%d' % ports['good'] if tls else 'http://127.0.0.1:%d' % ports['plain']) + path!r}{more})"


def tls(server):
    return lambda ports: f"requests.get('https://localhost:{ports[server]}/fine')"


def text(call):
    return lambda ports: call.format(**ports)


DENIED = r"ConnectionError\(['\"]egress denied"
TOO_LARGE = r"ConnectionError\(['\"]egress denied \(size\)"
ABORTED = r"ConnectionError\(\"\('Connection aborted"
# (name, the call, a pattern of what the program sees)
CASES = [
    ("an honest server", get("/fine"), r"\[200, 'fine'"),
    ("gzip", get("/gzip"), r"\[200, 'fine'"),
    ("deflate", get("/deflate"), r"\[200, 'fine'"),
    ("deflate without zlib's header", get("/raw-deflate"), r"\[200, 'fine'"),
    ("redirect: to a forbidden host", get("/to-forbidden-host"), DENIED + r" \(host\)"),
    ("redirect: to file:", get("/to-file"), r"InvalidSchema"),
    ("redirect: to gopher:", get("/to-gopher"), r"InvalidSchema"),
    ("redirect: to another port", get("/to-another-port"), DENIED + r" \(port\)"),
    ("redirect: to a private address", get("/to-private"), DENIED + r" \(host\)"),
    ("redirect: to a cloud's metadata", get("/to-metadata"), DENIED + r" \(host\)"),
    ("redirect: to 2130706433", get("/to-decimal"), DENIED + r" \(port\)"),
    ("redirect: to 0177.0.0.1", get("/to-octal"), DENIED + r" \(port\)"),
    ("redirect: to ::ffff:127.0.0.1", get("/to-mapped"), DENIED + r" \(host\)"),
    ("redirect: to 0.0.0.0", get("/to-any"), DENIED + r" \(host\)"),
    ("redirect: allowed host as credentials", get("/to-userinfo"), DENIED + r" \(port\)"),
    ("redirect: a backslash before the host", get("/to-backslash"), r"^\[404|InvalidURL|" + DENIED),
    ("redirect: a line end in the path", get("/to-line-end"), r"\[404"),
    ("redirect: a loop", get("/loop"), r"TooManyRedirects\('Exceeded 5 redirects.'"),
    ("redirect: 5 hops", get("/hops-5"), r"\[200, 'fine', \[302, 302, 302, 302, 302\]"),
    ("redirect: 6 hops", get("/hops-6"), r"TooManyRedirects"),
    ("redirect: https to http", get("/to-http", tls=True), DENIED + r" \(redirect\)"),
    ("redirect: no secrets to another origin",
     get("/to-other-origin", headers={"Authorization": "Bearer S3CRET", "X-Api-Key": "S3CRET", "Cookie": "a=S3CRET", "Accept": "a/b"}),
     r"^(?!.*S3CRET).*\[200, .*a/b"),
    ("redirect: no session cookies to another origin",
     lambda ports: f"requests.request('POST', 'http://127.0.0.1:{ports['plain']}/to-other-origin-307', data={{'a': 'b'}}, "
                   "cookies={'sid': 'S3CRET'}, auth=('u', 'S3CRET'))",
     r"^(?!.*S3CRET).*POST /echo(?!.*dTpT)"),
    ("cookies: sent back in the same run",
     text("[s.get('http://127.0.0.1:{plain}' + p) for s in [requests.Session()] for p in ['/set-cookie', '/echo']][1]"), r"sid=1"),
    ("cookies: not in the next run", get("/echo"), r"^(?!.*sid=1)\[200"),
    ("size: 100 MB by Content-Length", get("/100mb-by-length"), TOO_LARGE),
    ("size: 100 MB by chunks", get("/100mb-by-chunks"), TOO_LARGE),
    ("size: an endless body", get("/endless-body"), TOO_LARGE),
    ("size: gzip bomb, 1000:1", get("/gzip-bomb"), TOO_LARGE),
    ("size: deflate bomb, 1000:1", get("/deflate-bomb"), TOO_LARGE),
    ("size: gzip bomb in gzip", get("/gzip-bomb-twice"), TOO_LARGE),
    ("size: br, which nobody asked for", get("/br"), r"\[200"),
    ("codings: 5 on top of each other", get("/5-codings"), r"\[200, 'deep'"),
    ("codings: 6 on top of each other", get("/6-codings"), r"ContentDecodingError"),
    ("codings: not gzip", get("/not-gzip"), r"ContentDecodingError"),
    ("codings: half a gzip", get("/half-a-gzip"), r"ContentDecodingError"),
    ("slow: 1 byte a second", get("/drip"), r"ReadTimeout|ChunkedEncodingError"),
    ("slow: 1 byte a second in the head", get("/drip-head"), r"ReadTimeout"),
    ("slow: no bytes at all", get("/silent"), r"ReadTimeout"),
    ("slow: no bytes at all, timeout=0.2", get("/silent", timeout=0.2), r"ReadTimeout.*read timeout=0.2"),
    ("slow: no body", get("/silent-body"), r"ReadTimeout"),
    ("head: a header of 200 KB", get("/header-of-200k"), r"ConnectionError"),
    ("head: 10000 headers", get("/10000-headers"), r"ConnectionError\('more than 200 header lines"),
    ("head: endless 1xx answers", get("/endless-1xx"), r"ConnectionError\('more than 200 header lines"),
    ("head: endless trailers", get("/endless-trailers"), r"ConnectionError\('more than 200 header lines"),
    ("head: negative Content-Length", get("/negative-length"), r"ConnectionError"),
    ("head: two different Content-Lengths", get("/two-lengths"), r"ConnectionError\('two different lengths"),
    ("head: letters as Content-Length", get("/letters-as-length"), r"ConnectionError"),
    ("head: Content-Length of 23 digits", get("/huge-length"), r"ConnectionError"),
    ("head: CR without LF", get("/cr-without-lf"), r"ConnectionError"),
    ("head: NUL in a header", get("/nul-in-header"), r"ConnectionError"),
    ("head: a line without a colon", get("/header-without-colon"), r"ConnectionError"),
    ("head: status 999", get("/status-999"), r"\[999"),
    ("head: letters as status", get("/status-of-letters"), r"ConnectionError"),
    ("head: HTTP/0.9", get("/http-0.9"), ABORTED),
    ("head: another protocol's greeting", get("/ssh"), ABORTED),
    ("chunks: a size of letters", get("/bad-chunk-size"), r"ChunkedEncodingError"),
    ("chunks: a negative size", get("/negative-chunk-size"), r"ChunkedEncodingError"),
    ("chunks: a size of 17 digits", get("/huge-chunk-size"), r"ChunkedEncodingError"),
    ("chunks: no line end behind a chunk", get("/chunk-without-end"), r"ChunkedEncodingError"),
    ("cut: before anything", get("/cut-at-once"), ABORTED + r".*RemoteDisconnected"),
    ("cut: reset before anything", get("/reset-at-once"), ABORTED + r".*ConnectionResetError"),
    ("cut: in the status line", get("/cut-in-status"), r"ConnectionError"),
    ("cut: in the head", get("/cut-in-head"), r"ConnectionError|ChunkedEncodingError"),
    ("cut: reset in the head", get("/reset-in-head"), r"ConnectionError|ChunkedEncodingError"),
    ("cut: in the body", get("/cut-in-body"), r"ChunkedEncodingError.*IncompleteRead\(5 bytes read, 5 more expected\)"),
    ("cut: in a chunk", get("/cut-in-chunk"), r"ChunkedEncodingError"),
    ("cut: between chunks", get("/cut-between-chunks"), r"ChunkedEncodingError"),
    ("cut: nobody listens", text("requests.get('http://127.0.0.1:{closed}/')"), r"ConnectionError.*NewConnectionError.*Connection refused"),
    ("TLS: a good certificate", tls("good"), r"\[200, 'fine'"),
    ("TLS: self-signed", tls("self-signed"), r"SSLError.*self-signed certificate"),
    ("TLS: another host's name", tls("wrong-host"), r"SSLError.*Hostname mismatch"),
    ("TLS: expired", tls("expired"), r"SSLError.*certificate has expired"),
    ("TLS: another name for the same address", text("requests.get('https://127.0.0.1:{good}/fine')"), r"SSLError.*Hostname mismatch"),
    ("TLS: nothing newer than TLS 1.1", tls("tls-1.1"), r"SSLError"),
    ("TLS: plain text instead", tls("plain-instead"), r"SSLError"),
    ("TLS: cut in the handshake", tls("cut-handshake"), r"SSLError|ConnectionError"),
    ("TLS: no handshake at all", tls("silent-handshake"), r"ReadTimeout"),
    ("TLS: plain http to a TLS port", text("requests.get('http://localhost:{good}/fine')"), r"ConnectionError|\[400"),
    ("program: verify=False", get("/fine", verify=False), r"ValueError.*verify= is refused"),
    ("program: proxies=", text("requests.get('http://127.0.0.1:{plain}/fine', proxies={{'http': 'http://127.0.0.1:{canary}'}})"), r"ValueError.*proxies= is refused"),
    ("program: cert=", get("/fine", cert="/etc/passwd"), r"ValueError.*cert= is refused"),
    ("program: a line end in a header", get("/echo", headers={"X": "a\r\nInjected: 1"}), r"InvalidHeader"),
    ("program: a line end in a header's name", get("/echo", headers={"X: 1\r\nInjected": "1"}), r"InvalidHeader"),
    ("program: Host header", get("/echo", headers={"Host": "evil.example"}), r"InvalidHeader"),
    ("program: Transfer-Encoding header", get("/echo", headers={"Transfer-Encoding": "chunked"}), r"^(?!.*chunked)\[200"),
    ("program: Expect and Upgrade headers", get("/echo", headers={"Upgrade": "h2c"}), r"InvalidHeader"),
    ("program: 100 headers", get("/echo", headers={f"X-{i}": "1" for i in range(100)}), r"InvalidHeader"),
    ("program: a line end in the method", text("requests.request('GET / HTTP/1.1\\r\\nX: 1\\r\\n\\r\\nGET', 'http://127.0.0.1:{plain}/echo')"), r"ValueError"),
    ("program: TRACE", text("requests.request('TRACE', 'http://127.0.0.1:{plain}/echo')"), DENIED + r" \(method\)"),
    ("program: a line end in the path", text("requests.get('http://127.0.0.1:{plain}/echo\\r\\nX-Injected: 1')"), r"\[404|InvalidURL"),
    ("program: a line end in the host", text("requests.get('http://127.0.0.1:{plain}\\r\\n.example/')"), r"InvalidURL"),
    ("program: credentials in the URL", text("requests.get('http://u:p@127.0.0.1:{plain}/echo')"), r"Basic dTpw"),
    ("program: an address in another spelling", text("requests.get('http://0x7f.1:{canary}/')"), DENIED),
    ("program: a percent sign in the host", text("requests.get('http://127.0.0.%31:{plain}/')"), r"InvalidURL"),
    ("program: 21 requests", text("[requests.get('http://127.0.0.1:{plain}/fine') for i in range(21)][0]"), DENIED + r" \(requests\)"),
    ("program: an upload above the cap", text("requests.post('http://127.0.0.1:{plain}/echo', data='x' * 1048577)"), TOO_LARGE),
    ("program: file:", text("requests.get('file:///etc/passwd')"), r"InvalidSchema"),
    ("program: no rule at all", text("requests.get('http://127.0.0.1:{canary}/')"), DENIED + r" \(port\)"),
]


def reply_and_close(data):
    def handshake(connection):
        connection.recv(1)
        connection.sendall(data)
    return handshake


class World:
    def __init__(self, folder):
        self.folder = folder
        self.ca = certificates.make(folder)
        self.canary = Canary()
        path = lambda name: os.path.join(folder, name)
        self.servers = {"plain": HostileServer()}
        for name in ("good", "self-signed", "wrong-host", "expired"):
            self.servers[name] = HostileServer(path(name))
        with warnings.catch_warnings():  # the version is old on purpose
            warnings.simplefilter("ignore", DeprecationWarning)
            self.servers["tls-1.1"] = HostileServer(path("good"), version=ssl.TLSVersion.TLSv1_1)
        self.servers["plain-instead"] = HostileServer(handshake=reply_and_close(b"HTTP/1.1 400 Bad Request\r\n\r\n"))
        self.servers["cut-handshake"] = HostileServer(handshake=reply_and_close(b""))
        self.servers["silent-handshake"] = HostileServer(handshake=lambda c: time.sleep(20))
        self.closed = socket.socket()  # bound, so that nobody else gets the port, but not listening
        self.closed.bind(("127.0.0.1", 0))
        self.ports = {name: s.port for name, s in self.servers.items()} | {"canary": self.canary.port, "closed": self.closed.getsockname()[1]}
        for server in self.servers.values():
            server.canary, server.other = self.canary.port, self.servers["plain"].port
        with open(path("live.toml"), "w") as f:
            f.write(CONFIG.format(ca=self.ca))
        # Everything that a client might listen to, poisoned.
        with open(path(".netrc"), "w") as f:
            f.write("machine 127.0.0.1 login netrc password S3CRET\nmachine localhost login netrc password S3CRET\n")
        proxy = f"http://127.0.0.1:{self.canary.port}"
        self.environment = {"PATH": "/usr/bin:/bin", "HOME": folder, "NETRC": path(".netrc"), "SSLKEYLOGFILE": path("keys.log"),
                            "SSL_CERT_FILE": path("self-signed.pem"), "SSL_CERT_DIR": folder, "CURL_CA_BUNDLE": path("self-signed.pem"),
                            "REQUESTS_CA_BUNDLE": path("self-signed.pem"), "HOSTALIASES": path("aliases"), "CURL_HOME": folder,
                            **{k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}}
        for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "ftp_proxy"):
            self.environment[name] = proxy

    def run(self, belljar, number, case):
        name, call, pattern = case
        program = os.path.join(self.folder, f"case{number}.py")
        with open(program, "w") as f:
            f.write(PROGRAM.format(call=call(self.ports)))
        command = [belljar, "run", program, "--handler", "f", "--json", "--timeout", "30", "--live", os.path.join(self.folder, "live.toml")]
        for port in [p for key, p in self.ports.items() if key not in ("canary", "good", "plain", "self-signed", "wrong-host", "expired")]:
            command += ["--allow-host", f"localhost:{port}", "--allow-host", f"127.0.0.1:{port}"]
        for key in ("plain", "good", "self-signed", "wrong-host", "expired"):
            command += ["--allow-host", f"localhost:{self.ports[key]}", "--allow-host", f"127.0.0.1:{self.ports[key]}"]
        began = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment, text=True)
        try:
            out, err = process.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            return name, "", "does not end", 60.0
        seconds = time.monotonic() - began
        try:
            envelope = json.loads(out)
        except ValueError:
            return name, out + err, f"exit {process.returncode}, no outcome", seconds
        seen = envelope.get("result")
        if envelope["status"] == "error":
            seen = envelope["error"]["class"] + ": " + envelope["error"]["message"]
        seen = seen if isinstance(seen, str) else repr(seen)
        problem = ""
        if not re.search(pattern, seen, re.S):
            problem = f"sees {seen[:300]}, not {pattern}; {err[:300]}"
        elif seconds > SECONDS:
            problem = f"took {seconds:.1f} s"
        return name, seen, problem, seconds


def interrupted(world, belljar):
    """How many milliseconds a run that waits for an answer lives after SIGINT; None: it does not end well."""
    program = os.path.join(world.folder, "wait.py")
    with open(program, "w") as f:
        f.write(f"import requests\n\n\ndef f():\n    print('asking')\n    return requests.get('http://127.0.0.1:{world.ports['plain']}/silent').text\n")
    process = subprocess.Popen([belljar, "run", program, "--handler", "f", "--allow-host", f"127.0.0.1:{world.ports['plain']}"],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=world.environment, text=True)
    process.stderr.readline()
    time.sleep(0.3)
    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    milliseconds = (time.monotonic() - began) * 1000
    return milliseconds if process.returncode == 3 and "limit: cancelled" in err else None


def shortened(seen):
    seen = re.sub(r":\d{4,5}\b", ":PORT", re.sub(r"port=\d+", "port=PORT", seen)).replace("|", "\\|").replace("\n", " ")
    return seen if len(seen) <= 150 else seen[:147] + "..."


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--belljar", required=True)
    parser.add_argument("--table", action="store_true")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    cases = [c for c in CASES if not options.names or any(n in c[0] for n in options.names)]
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        world = World(folder)
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            done = list(pool.map(lambda one: world.run(os.path.abspath(options.belljar), *one), enumerate(cases)))
        if options.table:
            print("| case | what the program sees |\n| --- | --- |")
        for name, seen, problem, seconds in done:
            failures += bool(problem)
            if options.table:
                print(f"| {name} | `{shortened(seen)}` |")
            if problem:
                print(f"FAILED {name} ({seconds:.1f} s): {problem}")
        stop = interrupted(world, os.path.abspath(options.belljar))
        checks = [(stop is not None and stop < 250, f"SIGINT while waiting for an answer: {stop} ms"),
                  (world.canary.visits == 0, f"the canary was visited {world.canary.visits} times"),
                  (not os.path.exists(os.path.join(folder, "keys.log")), "session keys were written to SSLKEYLOGFILE"),
                  (resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < MEMORY or "SAN" in "".join(os.environ),
                   f"a run used {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10} MiB")]
        for good, problem in checks:
            failures += not good
            if not good:
                print("FAILED " + problem)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
        slowest = max(done, key=lambda d: d[3])
        print(f"{len(cases)} cases, {failures} failures; canary visits {world.canary.visits}; peak {peak} MiB; SIGINT ends a waiting run in {stop or 0:.0f} ms; "
              f"slowest {slowest[3]:.1f} s ({slowest[0]})")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
