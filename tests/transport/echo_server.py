"""An honest server on loopback for the comparison with CPython's requests: says what it was sent, and answers what it is asked to.

/echo              the request as JSON: method, target, headers by name, body
/answer/NAME       an answer of ANSWERS
/to/HEX            a redirect to the bytes of HEX
"""
import gzip
import http.server
import json
import threading
import zlib

LINES = "one\ntwo\r\nthree\n\nfive é\u2028six".encode()
# name: (status, headers, body); {port} stands for the server's port
ANSWERS = {
    "text": (200, [("Content-Type", "text/plain")], "caf\xe9".encode("latin-1")),
    "utf8": (200, [("Content-Type", "text/plain; charset=utf-8")], "caf\xe9 \u20ac".encode()),
    "quoted-charset": (200, [("Content-Type", "text/html; charset='UTF-8'; x=y")], "caf\xe9".encode()),
    "unknown-charset": (200, [("Content-Type", "text/plain; charset=klingon")], "caf\xe9".encode()),
    "broken-utf8": (200, [("Content-Type", "text/plain; charset=utf-8")], b"a\xff\xfeb\xe2\x82c"),
    "no-type": (200, [], b"plain"),
    "json": (200, [("Content-Type", "application/json")], b'{"a": [1, 2.5, null, "\\u00e9"], "b": {"c": true}}'),
    "json-utf16": (200, [("Content-Type", "application/octet-stream")], '{"a": "é"}'.encode("utf-16")),
    "json-bom": (200, [], b'\xef\xbb\xbf{"a": 1}'),
    "not-json": (200, [("Content-Type", "application/json")], b"<html>"),
    "empty": (204, [], b""),
    "lines": (200, [("Content-Type", "text/plain; charset=utf-8")], LINES),
    "gzip": (200, [("Content-Type", "text/plain; charset=utf-8"), ("Content-Encoding", "gzip")], gzip.compress(b"packed", mtime=0)),
    "deflate": (200, [("Content-Encoding", "deflate")], zlib.compress(b"packed")),
    "br": (200, [("Content-Encoding", "br")], b"not decoded"),
    "links": (200, [("Link", '<https://a/?page=2>; rel="next", <https://a/?page=9>; rel=last; title="the end", <b>')], b""),
    "twice": (200, [("X-A", "1"), ("x-a", "2"), ("X-Latin", "caf\xe9")], b""),
    "404": (404, [], b"missing"),
    "500": (500, [], b"broken"),
    "999": (999, [], b""),
    "to-echo": (302, [("Location", "/echo?from=redirect")], b""),
    "to-echo-307": (307, [("Location", "/echo")], b"moved"),
    "to-echo-301": (301, [("Location", "/echo")], b""),
    "to-echo-303": (303, [("Location", "http://localhost:{port}/echo#fragment")], b""),
    "to-echo-308": (308, [("Location", "../echo?a=b c&d=é".encode().decode("latin-1"))], b""),
    "loop": (302, [("Location", "/answer/loop")], b""),
    "to-nowhere": (302, [("Location", "ftp://localhost/")], b""),
    "no-location": (302, [], b"stay"),
    "cookies": (200, [("Set-Cookie", "sid=1; Path=/"), ("Set-Cookie", 'quoted="a, b"; Expires=Wed, 21 Oct 2099 07:28:00 GMT'),
                      ("Set-Cookie", "deep=2; Path=/answer"), ("Set-Cookie", "other=3; Domain=other.example"), ("Set-Cookie", "s=4; Secure"),
                      ("Set-Cookie", "empty="), ("Set-Cookie", "a=b=c; HttpOnly; SameSite=Lax")], b""),
    "no-cookies": (200, [("Set-Cookie", "sid=gone; Path=/; Max-Age=0"), ("Set-Cookie", "deep=x; Path=/answer; Expires=Thu, 01 Jan 1970 00:00:00 GMT")], b""),
    "cookie-redirect": (302, [("Location", "/echo"), ("Set-Cookie", "hop=1; Path=/")], b""),
}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path = self.path.split("?")[0]
        if path == "/echo":
            # Which connection headers are sent, and in which order, is the transport's.
            headers = {k: v for k, v in self.headers.items() if k not in ("Connection", "Host", "Accept-Encoding")}
            status, more, text = 200, [("Content-Type", "application/json")], json.dumps(
                [self.command, self.path, sorted(headers.items()), body.decode("latin-1")]).encode()
        elif path.startswith("/to/"):
            status, more, text = 302, [("Location", bytes.fromhex(path[4:]).decode("latin-1"))], b""
        else:
            status, more, text = ANSWERS.get(path.removeprefix("/answer/"), (404, [], b""))
        self.send_response(status)
        for name, value in more:
            self.send_header(name, value.replace("{port}", str(self.server.server_port)))
        if status != 204:
            self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(text)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = do

    def log_message(self, *arguments):
        pass


def serve():
    """The port; serves until the process ends."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port
