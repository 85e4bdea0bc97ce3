#!/usr/bin/env python3
"""Runs statements with CPython's requests and with Belljar's against one honest server, and compares what they print.

    requests_test.py --belljar PATH [-v] [PART OF A STATEMENT...]

Needs Debian's python3-requests (2.28) for the oracle; says so and succeeds where that is missing.
"""
import argparse
import contextlib
import io
import itertools
import os
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import echo_server

try:
    import requests
except ImportError:
    requests = None

# One statement a line; U is the server. `show` prints a value, or the exception.
STATEMENTS = r'''
get(E)
get(E, params={'a': 1, 'b': [2, 'x y'], 'c': None, 'd': ()})
get(E, params=[('a', 'é'), ('a', 'b&c')])
get(E, params='raw=1&é')
get(E, params=b'bytes=1')
get(E + '?x=1', params={'y': 2})
get(E + '?x=1#frag', params={'y': 2})
get(E + '/../echo')
get(U + '/a%20b/%7euser/%2f/é')
get(U)
get('  ' + E)
get(E, headers={'X-A': 'b', 'accept': 'text/plain', 'User-Agent': None})
get(E, headers={b'X-Bytes': b'v'})
get(E, headers=[('X-List', '1')])
get(E, headers={'X-A': ' leading'})
get(E, headers={'X-A': 1})
get(E, headers={'X A:': '1'})
get(E, auth=('user', 'pässword'))
get(E, auth=['user', 'list'])
get(E, auth=requests.auth.HTTPBasicAuth('u', 'p'))
get(E.replace('http://', 'http://us%20er:pw@'))
get(E, cookies={'a': 'b', 'c': 'd'})
get(E, cookies={'a': 'b'}, headers={'Cookie': 'own=1'})
get(E, timeout=5)
get(E, timeout=(3, 5))
get(E, timeout='soon')
get(E, timeout=(1, 2, 3))
post(E, data={'a': 1, 'b': ['x', 'y'], 'c': None})
post(E, data=[('a', 1), ('a', '2')])
post(E, data=(('a', 1),))
post(E, data='text')
post(E, data=b'\x00\xff')
post(E, data='')
post(E, data={})
post(E)
post(E, json={'a': [1, 2.5, None, True, 'é']})
post(E, json=[])
post(E, json={}, data={'x': 1})
post(E, json='text')
post(E, json={'a': float('nan')})
post(E, json={'a': {1, 2}})
post(E, data={'a': 'b'}, headers={'Content-Type': 'x/y'})
post(E, json={'a': 1}, headers={'content-type': 'application/vnd.x+json'})
put(E, data='x')
put(E)
patch(E, json={'a': 1})
patch(E)
delete(E)
delete(E, json={'a': 1})
options(E)
request('get', E)
request('POST', E, data='x')
get(E, data='body of a get')
head(E)
head(U + '/answer/to-echo')
head(U + '/answer/to-echo', allow_redirects=True)
get('')
get('no-scheme.example/path')
get('//host/path')
get('http://')
get('http:///path')
get('http://*.example/')
get('http://.example/')
get('ftp://a.example/')
get('mailto:a@b')
get('HTTP://' + E[7:])
get(None)
get(5)
get('localhost:99999')
get('http://localhost:port/')
answer('text')
answer('utf8')
answer('quoted-charset')
answer('unknown-charset')
answer('broken-utf8')
answer('no-type')
answer('json')
answer('json-utf16')
answer('json-bom')
answer('not-json')
answer('empty')
answer('lines')
answer('gzip')
answer('deflate')
answer('br')
answer('links')
answer('twice')
answer('404')
answer('500')
answer('999')
answer('to-echo')
answer('to-echo-307')
answer('to-echo-301')
answer('to-echo-303')
answer('to-echo-308')
answer('loop')
answer('to-nowhere')
answer('no-location')
answer('to-echo', allow_redirects=False)
answer('to-echo-308', allow_redirects=False)
post(U + '/answer/to-echo', data={'a': 1}, headers={'X-A': '1'})
post(U + '/answer/to-echo-301', data='x')
put(U + '/answer/to-echo-301', data='x')
post(U + '/answer/to-echo-303', json=[1])
post(U + '/answer/to-echo-307', data='kept')
put(U + '/answer/to-echo', data='x')
delete(U + '/answer/to-echo-303')
answer('cookie-redirect')
show(list(requests.get(U + '/answer/lines').iter_lines()))
show(list(requests.get(U + '/answer/lines').iter_lines(chunk_size=1)))
show(list(requests.get(U + '/answer/lines').iter_lines(4, True)))
show(list(requests.get(U + '/answer/lines').iter_lines(decode_unicode=True)))
show(list(requests.get(U + '/answer/lines').iter_lines(delimiter=b'e')))
show(list(requests.get(U + '/answer/lines').iter_lines(decode_unicode=True, delimiter='\r\n')))
show(list(requests.get(U + '/answer/lines').iter_content(7)))
show(list(requests.get(U + '/answer/lines').iter_content(1, decode_unicode=True)))
show(list(requests.get(U + '/answer/broken-utf8').iter_content(1, decode_unicode=True)))
show(list(requests.get(U + '/answer/text').iter_content(2, True)))
show(list(requests.get(U + '/answer/no-type').iter_content(2, True)))
show(list(requests.get(U + '/answer/lines').iter_content(None)))
show(list(requests.get(U + '/answer/lines').iter_content('x')))
show(list(requests.get(U + '/answer/lines')))
show(requests.get(U + '/answer/json').json(parse_float=str))
show(requests.get(U + '/answer/json').json(object_pairs_hook=list))
show(requests.get(U + '/answer/404').raise_for_status())
show(requests.get(U + '/answer/999').raise_for_status())
show(requests.get(U + '/answer/text').raise_for_status())
show([bool(requests.get(U + '/answer/' + n)) for n in ['text', '404', '500']])
show(requests.get(U + '/answer/to-echo', allow_redirects=False).next.url)
show(requests.get(U + '/answer/text').next)
show(requests.get(U + '/answer/text').elapsed.total_seconds() > 0)
r = requests.get(U + '/answer/text'); r.encoding = 'utf-8'; show(r.text)
with requests.get(U + '/answer/text') as r: show(r.status_code)
s = requests.Session(); s.headers['X-S'] = '1'; s.headers.update({'Accept': 'a/b'}); show(s.get(E).json())
s = requests.Session(); s.headers['X-S'] = '1'; show(s.get(E, headers={'x-s': None, 'X-T': '2'}).json())
s = requests.Session(); s.params = {'a': 1}; show(s.get(E, params={'b': 2}).json()[1])
s = requests.Session(); s.params = {'a': 1}; show(s.get(E, params={'a': None}).json()[1])
s = requests.Session(); s.auth = ('u', 'p'); show(s.get(E).json()[2])
s = requests.Session(); s.auth = ('u', 'p'); show(s.get(E, auth=('x', 'y')).json()[2])
s = requests.Session(); s.cookies['a'] = 'b'; show(s.get(E, cookies={'c': 'd'}).json()[2]); show(s.cookies.get_dict())
s = requests.Session(); r = s.get(U + '/answer/cookies'); show(sorted(r.cookies.items())); show(sorted(s.cookies.get_dict().items()))
s = requests.Session(); s.get(U + '/answer/cookies'); show(s.get(E).json()[2])
s = requests.Session(); s.get(U + '/answer/cookies'); show(s.get(U + '/answer/no-cookies').cookies.get_dict()); show(sorted(s.cookies.keys()))
s = requests.Session(); show(s.get(U + '/answer/cookie-redirect').json()[2]); show(s.cookies.get_dict())
s = requests.Session(); s.max_redirects = 3; show(s.get(U + '/answer/loop'))
with requests.Session() as s: show(s.post(E, data={'a': 'b'}).json())
s = requests.session(); show(s.request('PUT', E, data='x').json())
s = requests.Session(); show(sorted(s.headers.keys())); show(s.verify, s.cert, s.auth, s.params, s.stream, s.trust_env, s.max_redirects)
p = requests.Request('post', E, data={'a': 1}, headers={'X': 'y'}); show(p, p.method, p.url == E, p.headers, p.data, p.params, p.files, p.json)
p = requests.Request('post', E, data={'a': 1}).prepare(); show(p, p.method, p.body, p.headers, p.path_url)
p = requests.Request('GET', E, params={'q': 'x y'}, auth=('u', 'p'), cookies={'c': '1'}).prepare(); show(p.path_url, sorted(p.headers.items()), p.body)
s = requests.Session(); s.headers = {'X-S': '1'}; p = s.prepare_request(requests.Request('PUT', E, json=[1])); show(sorted(p.headers.items()), p.body); show(s.send(p).json())
s = requests.Session(); p = requests.Request('GET', U + '/answer/to-echo').prepare(); show(s.send(p, allow_redirects=False).status_code, s.send(p).status_code, s.send(p, timeout=3).url == E + '?from=redirect')
s = requests.Session(); show(s.send(requests.Request('GET', E)))
p = requests.PreparedRequest(); p.prepare(method='get', url=E, headers={'A': 'b'}, params={'x': 1}); show(p.method, p.path_url, p.headers); q = p.copy(); q.headers['C'] = 'd'; show(p.headers, q.headers)
p = requests.Request('get').prepare(); show(p.url)
r = requests.post(E, files={'f': ('name.txt', 'content')}); b = r.request.headers['Content-Type'].split('boundary=')[1]; show(r.json()[3].replace(b, 'B'), len(b), r.request.headers['Content-Type'].replace(b, 'B'))
r = requests.post(E, files={'f': b'by"tes'}, data={'a': ['1', '2'], 'n': 3}); b = r.request.headers['Content-Type'].split('boundary=')[1]; show(r.json()[3].replace(b, 'B'))
r = requests.post(E, files=[('f', ('a"b\\é.txt', b'x', 'text/csv', {'X-H': '1'})), ('g', (None, 'plain'))]); b = r.request.headers['Content-Type'].split('boundary=')[1]; show(r.json()[3].replace(b, 'B'))
show(requests.post(E, files={'f': 'x'}, data='text'))
j = requests.cookies.RequestsCookieJar(); j.set('a', '1', domain='x.example', path='/p'); j.set('a', '2', domain='y.example'); show(j.get('a', domain='y.example'), j.list_domains(), j.list_paths(), j.multiple_domains(), len(j)); show(j['a'])
j = requests.cookies.RequestsCookieJar(); j['a'] = '1'; j['b'] = '2'; del j['a']; show(j.keys(), j.values(), j.items(), 'a' in j, 'b' in j, j.get('z', 'default'), dict(j)); show(j['z'])
j = requests.cookies.RequestsCookieJar(); j.update({'a': '1'}); k = j.copy(); k['b'] = '2'; show([c.name + c.value + c.domain + c.path for c in k], len(j), j == {'a': '1'}); j.clear(); show(len(j))
h = requests.structures.CaseInsensitiveDict({'A': 1}); h['a'] = 2; show(h, list(h.items()), h.get('A'), 'a' in h, len(h), h == {'A': 2}, list(h.lower_items())); del h['A']; show(h)
show(requests.codes.ok, requests.codes.teapot, requests.codes['not_found'], requests.codes.get('nope', 1))
e = requests.exceptions.JSONDecodeError('msg', 'doc', 1); show(e, e.args, e.msg, e.doc, e.pos, e.lineno, e.colno, e.request)
show(requests.exceptions.HTTPError(foo=1))
show(requests.exceptions.RequestException('a', 'b', request=5).request, requests.exceptions.BaseHTTPError)
e = requests.exceptions.HTTPError('m', response=requests.get(U + '/answer/404')); show(e.response.status_code, e.request.method, str(e))
show([issubclass(requests.exceptions.ConnectTimeout, x) for x in [requests.ConnectionError, requests.Timeout, requests.RequestException, OSError]])
show([issubclass(a, b) for a in [requests.exceptions.MissingSchema, requests.exceptions.InvalidURL, requests.exceptions.JSONDecodeError] for b in [ValueError, requests.RequestException]])
r = requests.Response(); show(r, r.status_code, r.headers, r.url, r.history, r.encoding, r.reason, r.request, r.elapsed)
'''

PRELUDE = '''
import requests
U = 'http://localhost:PORT'
E = U + '/echo'


def show(*values):
    print(*[repr(v) for v in values])


def seen(call):
    try:
        r = call()
    except Exception as e:
        return print(repr(e), e)
    print(r, repr(r.url), [(h.status_code, h.url) for h in r.history], r.reason, r.ok, r.encoding, r.is_redirect, r.is_permanent_redirect)
    print(r.request.method, r.request.body, sorted(r.request.headers.items()))
    print(sorted((k, v) for k, v in r.headers.items() if k not in ('Date', 'Server')), r.links, r.cookies.get_dict())
    print(repr(r.content), repr(r.text))
    try:
        print(r.json())
    except Exception as e:
        print(repr(e), e)


def get(*a, **k): seen(lambda: requests.get(*a, **k))
def post(*a, **k): seen(lambda: requests.post(*a, **k))
def put(*a, **k): seen(lambda: requests.put(*a, **k))
def patch(*a, **k): seen(lambda: requests.patch(*a, **k))
def delete(*a, **k): seen(lambda: requests.delete(*a, **k))
def options(*a, **k): seen(lambda: requests.options(*a, **k))
def head(*a, **k): seen(lambda: requests.head(*a, **k))
def request(*a, **k): seen(lambda: requests.request(*a, **k))
def answer(name, **k): seen(lambda: requests.get(U + '/answer/' + name, **k))


try:
    STATEMENT
except Exception as e:
    print('raised', repr(e), e)
'''

# Locations that a redirect may have; '/trail ' is left out, as a header's end is trimmed before anybody reads it.
LOCATIONS = ['/a', 'b', '../c', './d', '../../e', '', '?x=1', '#f', '//localhost:9/x', 'http://localhost:9', 'HTTP://LocalHost:9/A',
             'http://localhost:9/a/../b', 'http://u:p@localhost:9/', '/a b', '/é', '/%7e%2f', '/%zz', '/a?b c#d e',
             'https://localhost:9/x#own', 'g:h', 'ftp://x/', '/a//b', '..', '.', '/..', 'a/./b', 'a/../b', '?', '#', '//x', '///y',
             'http:///z', 'http:', 'http:foo', 'http:/bar', '/a;b=c', '  /lead', '/a\tb', 'mailto:x', '/"<>', '\\back',
             'http://localhost:9\\x', 'http://[::1', 'x' * 300]
REDIRECTS = """
for h in HEX:
    for f in ['', '#frag']:
        try:
            r = requests.get(U + '/to/' + h + f, allow_redirects=False)
            print(r.headers.get('location'), r.is_redirect, repr(r.next.url) if r.next else None)
        except Exception as e:
            print(h, repr(e))
"""
# URLs put together from odd parts. Left out: hosts that are not ASCII or have blanks and escapes, which are refused here.
URLS = """
for u, p in ROWS:
    try:
        r = requests.Request('GET', u, params=p).prepare()
        print(repr(u), p, repr(r.url), r.headers.get('Authorization'))
    except Exception as e:
        print(repr(u), p, repr(e))
"""
SCHEMES = ['http', 'https', 'HTTP', 'hTTps', 'http', 'https', '', 'httpx', 'http+unix']
AFTER_SCHEME = ['://', '://', '://', '://', ':', '']
HOSTS = ['a.example', 'A.Example', 'localhost', '127.0.0.1', '[::1]', '[::ffff:1.2.3.4]', '[fe80::1]', '[1:2:3:4:5:6:7:8]', '[1::2::3]',
         '[12345::]', '[::1.2.3]', 'a_b.c', 'xn--mller-kva.de', '', '*', '.x', 'a..b', 'x.', 'user@h', 'u:p@h', 'u:p%40@h', ':@h', 'u@v@h',
         '[::1', '::1', 'a.example:80', '%zz.x']
PORTS = ['', '', '', ':80', ':443', ':8080', ':', ':0', ':65535', ':65536', ':abc', ':080', ':-1']
SEGMENTS = ['', 'a', 'b c', '..', '.', '%20', '%2F', '%2f', '%zz', '%', 'é', '~', 'a;b', 'a,b', '@', '+', '%7e', '%41', 'a:b', '*', '|',
            '"', '<', '{', '\\', '^', '`', '%E2%82%AC', '%e2']
QUERIES = ['', '', '?', '?a=1', '?a=b c', '?a=é', '?a=%20&b', '?a#b', '?%zz', '?a=1?b', '?[x]=1', '?a="b"', '?a={b}', '?a=%7e']
FRAGMENTS = ['', '', '', '#', '#f', '#é', '#a b', '#a#b', '#%7e']
PARAMS = [None, None, {}, {'a': 1}, {'a': 'é b', 'c': ['1', '2']}, 'x=1&y=é', '', [('q', '~/')], {'a': '%20'}, 'z=%20%zz', {'k': None}]


def generated_urls(count, seed):
    pick = random.Random(seed).choice
    rows = [(pick(SCHEMES) + pick(AFTER_SCHEME) + pick(HOSTS) + pick(PORTS) + "".join("/" + pick(SEGMENTS) for _ in range(pick(range(5))))
             + pick(QUERIES) + pick(FRAGMENTS), pick(PARAMS)) for _ in range(count)]
    # What is not for http at all is left as it is, and only then found wrong.
    return [row for row in rows if row[0].lower().startswith("http") or ":" not in row[0]]


# Where Belljar differs on purpose: a part of the statement, and why.
DIFFERENT = [
    ("answer('loop')", "30 hops there, 5 here"),
    ("to-echo-303", "another origin: fewer headers"),
    ("'User-Agent': None", "urllib3's own User-Agent there, none here"),
    ("s.headers = {'X-S'", "the same"),
]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--belljar", required=True)
    parser.add_argument("-v", action="store_true")
    parser.add_argument("parts", nargs="*")
    options = parser.parse_args()
    if requests is None:
        print("skipped: no python3-requests to compare with")
        return 0
    port = echo_server.serve()
    os.environ.update({name: "" for name in os.environ if name.lower().endswith("_proxy")})
    failures = compared = 0
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "live.toml"), "w") as f:
            f.write("[http]\nmax_requests = 1000\n")
        hexes = [location.encode().hex() for location in LOCATIONS]
        programs = [(s, None) for s in STATEMENTS.splitlines() if s] + [
            (f"{len(hexes)} redirects", f"import requests\nU = 'http://localhost:{port}'\nHEX = {hexes!r}\n" + REDIRECTS),
            ("3000 generated URLs", f"import requests\nROWS = {generated_urls(3000, 1)!r}\n" + URLS)]
        for number, (statement, source) in enumerate(programs):
            if options.parts and not any(p in statement for p in options.parts):
                continue
            if not options.parts and any(d[0] in statement for d in DIFFERENT):
                continue
            source = source or PRELUDE.replace("PORT", str(port)).replace("STATEMENT", statement.replace("; ", "\n    ") if not statement.startswith("with ") else statement)
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                exec(compile(source, "p.py", "exec"), {"__name__": "__main__"})
            path = os.path.join(folder, f"{number}.py")
            with open(path, "w", encoding="utf-8") as f:
                f.write(source)
            got = subprocess.run([options.belljar, "run", path, "--max-output", "10M", "--allow-host", f"localhost:{port}",
                                  "--live", os.path.join(folder, "live.toml")],
                                 capture_output=True, text=True, timeout=60)
            compared += 1
            # The patch release of the library, which headers name, is not what is compared.
            expected = out.getvalue().replace(f"python-requests/{requests.__version__}", "python-requests/2.28.1")
            if got.stdout != expected or got.stderr:
                failures += 1
                print(f"DIFFERS {statement}")
                for wanted, line in itertools.zip_longest(expected.splitlines(), (got.stdout + got.stderr).splitlines()):
                    if wanted != line:
                        print(f"  expected {wanted}\n  got      {line}")
            elif options.v:
                print(f"{statement}\n  {got.stdout!r}")
    print(f"{compared} statements compared, {failures} differ; {len(DIFFERENT)} differ on purpose")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
