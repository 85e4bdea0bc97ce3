"""A server on loopback that misbehaves: each path is one way to attack an HTTP client.

It speaks through bare sockets, as no HTTP library would send what is sent here.
"""
import gzip
import json
import socket
import ssl
import struct
import threading
import time
import zlib

ZEROS = b"\0" * 65536
MEGABYTE = 1 << 20


def answer(body=b"", status="200 OK", headers=()):
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def redirect(to, status="302 Found"):
    return lambda s: s.send(answer(b"", status, ["Location: " + to(s) if callable(to) else "Location: " + to]))


def raw(*pieces, then=None):
    def send(s):
        for piece in pieces:
            s.send(piece)
        if then:
            then(s)
    return send


def bomb(compress, times=1):
    """20 MiB of zeros, 1000 to 1; made beforehand, as the client does not wait for it."""
    data = b"\0" * (20 * MEGABYTE)
    for _ in range(times):
        data = compress(data)
    coding = "deflate" if compress is zlib.compress else "gzip"
    return raw(answer(data, headers=["Content-Encoding: " + ", ".join([coding] * times)]))


def stacked(times):
    def send(s):
        data = b"deep"
        for _ in range(times):
            data = gzip.compress(data)
        s.send(answer(data, headers=["Content-Encoding: " + ", ".join(["gzip"] * times)]))
    return send


def endless(s):
    s.send(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        s.send(ZEROS)


def chunks(s):
    s.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in range(100 * 16):
        s.send(b"10000\r\n" + ZEROS + b"\r\n")
    s.send(b"0\r\n\r\n")


def drip(s):
    s.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    for _ in range(1000):
        s.send(b"x")
        time.sleep(0.9)


def drip_head(s):
    s.send(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    for _ in range(1000):
        s.send(b"x")
        time.sleep(0.9)


def endless_informational(s):
    while True:
        s.send(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")


def endless_trailers(s):
    s.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n")
    while True:
        s.send(b"X-Trailer: 1\r\n")


def reset(s):
    s.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def echo(s):
    s.send(answer(json.dumps({"line": s.lines[0], "headers": dict(line.split(": ", 1) for line in s.lines[1:] if ": " in line),
                              "body": s.body.decode("latin-1")}).encode(), headers=["Content-Type: application/json"]))


OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
SCENARIOS = {
    "/fine": raw(answer(b"fine")),
    "/echo": echo,
    "/gzip": raw(answer(gzip.compress(b"fine"), headers=["Content-Encoding: gzip"])),
    "/deflate": raw(answer(zlib.compress(b"fine"), headers=["Content-Encoding: deflate"])),
    "/raw-deflate": raw(answer(zlib.compress(b"fine", wbits=-15), headers=["Content-Encoding: deflate"])),
    "/set-cookie": raw(answer(b"", headers=["Set-Cookie: sid=1; Path=/"])),
    # redirects
    "/to-forbidden-host": redirect("http://forbidden.example/"),
    "/to-file": redirect("file:///etc/passwd"),
    "/to-gopher": redirect("gopher://127.0.0.1:{canary}/"),
    "/to-another-port": redirect(lambda s: f"http://127.0.0.1:{s.server.canary}/"),
    "/to-private": redirect("http://10.0.0.1/"),
    "/to-metadata": redirect("http://169.254.169.254/latest/meta-data/"),
    "/to-decimal": redirect(lambda s: f"http://2130706433:{s.server.canary}/"),
    "/to-octal": redirect(lambda s: f"http://0177.0.0.1:{s.server.canary}/"),
    "/to-mapped": redirect(lambda s: f"http://[::ffff:127.0.0.1]:{s.server.canary}/"),
    "/to-any": redirect(lambda s: f"http://0.0.0.0:{s.server.canary}/"),
    "/to-userinfo": redirect(lambda s: f"http://127.0.0.1:{s.server.port}@127.0.0.1:{s.server.canary}/"),
    "/to-backslash": redirect(lambda s: f"http://127.0.0.1:{s.server.canary}\\@127.0.0.1:{s.server.port}/"),
    "/to-line-end": redirect(lambda s: f"http://127.0.0.1:{s.server.port}/echo%0d%0aX-Injected:%201"),
    "/loop": redirect("/loop"),
    "/hops-5": redirect("/hops-4"), "/hops-4": redirect("/hops-3"), "/hops-3": redirect("/hops-2"), "/hops-2": redirect("/hops-1"),
    "/hops-1": redirect("/fine"), "/hops-6": redirect("/hops-5"),
    "/to-http": redirect(lambda s: f"http://localhost:{s.server.other}/echo"),
    "/to-other-origin": redirect(lambda s: f"http://localhost:{s.server.port}/echo"),
    "/to-other-origin-307": redirect(lambda s: f"http://localhost:{s.server.port}/echo", "307 Temporary Redirect"),
    # sizes
    "/100mb-by-length": raw(OK + b"Content-Length: 104857600\r\n\r\n", then=lambda s: [s.send(ZEROS) for _ in range(1600)]),
    "/100mb-by-chunks": chunks,
    "/endless-body": endless,
    "/gzip-bomb": bomb(gzip.compress),
    "/deflate-bomb": bomb(zlib.compress),
    "/gzip-bomb-twice": bomb(gzip.compress, 2),
    "/br": raw(answer(b"\x5b\xff\xff\x3f" + b"\x00" * 60, headers=["Content-Encoding: br"])),
    "/6-codings": stacked(6),
    "/5-codings": stacked(5),
    "/not-gzip": raw(answer(b"this is not gzip", headers=["Content-Encoding: gzip"])),
    "/half-a-gzip": raw(answer(gzip.compress(b"fine" * 1000)[:20], headers=["Content-Encoding: gzip"])),
    # slowness
    "/drip": drip,
    "/drip-head": drip_head,
    "/silent": lambda s: time.sleep(30),
    "/silent-body": raw(OK + b"Content-Length: 5\r\n\r\n", then=lambda s: time.sleep(30)),
    # heads
    "/header-of-200k": raw(OK + b"X: " + b"x" * 200_000 + b"\r\n\r\n"),
    "/10000-headers": raw(OK + b"".join(b"X-%d: 1\r\n" % i for i in range(10_000)) + b"\r\n"),
    "/endless-1xx": endless_informational,
    "/endless-trailers": endless_trailers,
    "/negative-length": raw(OK + b"Content-Length: -5\r\n\r\nhello"),
    "/two-lengths": raw(OK + b"Content-Length: 3\r\nContent-Length: 5\r\n\r\nhello"),
    "/letters-as-length": raw(OK + b"Content-Length: five\r\n\r\nhello"),
    "/huge-length": raw(OK + b"Content-Length: 99999999999999999999999\r\n\r\nhello"),
    "/cr-without-lf": raw(b"HTTP/1.1 200 OK\rX: 1\r\rhello"),
    "/nul-in-header": raw(OK + b"X: a\0b\r\nContent-Length: 0\r\n\r\n"),
    "/header-without-colon": raw(OK + b"nonsense\r\nContent-Length: 0\r\n\r\n"),
    "/status-999": raw(b"HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n"),
    "/status-of-letters": raw(b"HTTP/1.1 abc Odd\r\nContent-Length: 0\r\n\r\n"),
    "/http-0.9": raw(b"hello, this is not HTTP\n"),
    "/ssh": raw(b"SSH-2.0-OpenSSH_9.2\r\n"),
    # chunks
    "/bad-chunk-size": raw(CHUNKED + b"zz\r\nhello\r\n0\r\n\r\n"),
    "/negative-chunk-size": raw(CHUNKED + b"-5\r\nhello\r\n0\r\n\r\n"),
    "/huge-chunk-size": raw(CHUNKED + b"fffffffffffffffff\r\nhello\r\n0\r\n\r\n"),
    "/chunk-without-end": raw(CHUNKED + b"5\r\nhelloXX0\r\n\r\n"),
    # cuts
    "/cut-at-once": raw(b""),
    "/reset-at-once": reset,
    "/cut-in-status": raw(b"HTTP/1.1 20"),
    "/cut-in-head": raw(OK + b"X: 1\r\nY"),
    "/reset-in-head": raw(OK + b"X: 1\r\nY", then=reset),
    "/cut-in-body": raw(OK + b"Content-Length: 10\r\n\r\nhello"),
    "/cut-in-chunk": raw(CHUNKED + b"a\r\nhello"),
    "/cut-between-chunks": raw(CHUNKED + b"5\r\nhello\r\n"),
}


class Connection:
    def __init__(self, server, connection):
        self.server, self.connection, self.lines, self.body = server, connection, [""], b""

    def send(self, data):
        self.connection.sendall(data)

    def read_request(self):
        stream = self.connection.makefile("rb")
        head = []
        while (line := stream.readline(65536)) not in (b"\r\n", b""):
            head.append(line.decode("latin-1").rstrip("\r\n"))
        self.lines = head or [""]
        length = next((int(h.split(":")[1]) for h in head if h.lower().startswith("content-length:")), 0)
        self.body = stream.read(length)


class HostileServer:
    """Listens on 127.0.0.1. `seen` has the paths that were asked for."""

    def __init__(self, certificate=None, handshake=None, version=None):
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port = self.socket.getsockname()[1]
        self.canary, self.other, self.seen = 0, 0, []
        self.context, self.handshake = None, handshake
        if certificate:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(certificate + ".pem", certificate + ".key")
            if version:  # an old one, with ciphers that are still allowed for it
                self.context.minimum_version = self.context.maximum_version = version
                self.context.set_ciphers("ALL:@SECLEVEL=0")
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        try:
            connection.settimeout(40)
            if self.handshake:
                self.handshake(connection)
                return
            if self.context:
                connection = self.context.wrap_socket(connection, server_side=True)
            one = Connection(self, connection)
            one.read_request()
            path = one.lines[0].split(" ")[1] if " " in one.lines[0] else ""
            self.seen.append(path)
            SCENARIOS.get(path.split("?")[0], raw(answer(b"", "404 Not Found")))(one)
        except OSError:
            pass
        finally:
            connection.close()


class Canary:
    """Ports that nobody may connect to: 127.0.0.1 and ::1."""

    def __init__(self):
        self.visits = 0
        self.sockets = [socket.create_server(("127.0.0.1", 0))]
        self.port = self.sockets[0].getsockname()[1]
        try:
            self.sockets.append(socket.create_server(("::1", self.port), family=socket.AF_INET6))
        except OSError:
            pass  # no IPv6 here
        for one in self.sockets:
            threading.Thread(target=self.accept, args=(one,), daemon=True).start()

    def accept(self, listening):
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            self.visits += 1
            connection.close()
