#!/usr/bin/env python3
"""Tests of the command line from outside: exit codes, JSON forms, usage errors, streams, signals.

    test_cli.py --belljar PATH [unittest options]
"""
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import xml.etree.ElementTree

BELLJAR = None
SEED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "conformance", "seed")


class Cli(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, name, content):
        path = os.path.join(self.folder.name, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            f.write(content if isinstance(content, bytes) else content.encode())
        return path

    def belljar(self, *arguments, stdin=b"", code=None):
        environment = {"PATH": "/usr/bin:/bin", **{k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}}
        done = subprocess.run([BELLJAR, *arguments], input=stdin, capture_output=True, timeout=120,
                              cwd=self.folder.name, env=environment)
        done.out, done.err = done.stdout.decode(), done.stderr.decode()
        if code is not None:
            self.assertEqual(done.returncode, code, f"{arguments}\nstdout: {done.out}\nstderr: {done.err}")
        return done

    def run_text(self, source, *flags, code=0):
        return self.belljar("run", self.file("p.py", source), "--profile", "python", *flags, code=code)


class Subset(Cli):
    def test_what_is_offered(self):
        text = self.belljar("subset", code=0).out
        for name in ("enumerate", "str: ", "sym.sdk.templates", "json: "):
            self.assertIn(name, text)
        entries = json.loads(self.belljar("subset", "--json", "--profile", "python", code=0).out)["entries"]
        names = {entry["name"] for entry in entries}
        self.assertLessEqual({"all", "str.join", "dict.fromkeys", "math", "math.sqrt"}, names)
        self.assertTrue(all(entry["offered"] for entry in entries))

    def test_one_name(self):
        self.assertIn("is offered", self.belljar("subset", "len", code=0).out)
        self.assertIn("str.join", self.belljar("subset", "join", code=0).out)
        self.assertIn("is not offered by the profile sym: ", self.belljar("subset", "open", code=1).out)
        self.assertIn("is offered", self.belljar("subset", "all", "--profile", "python", code=0).out)
        self.assertIn("module `os` is not offered", self.belljar("subset", "os", code=1).out)
        self.assertIn("nothing", self.belljar("subset", "frobnicate", code=1).out)


class Records(Cli):
    FLOW = """import datetime
from sym.sdk.annotations import hook
from sym.sdk.templates import ApprovalTemplate


@hook
def on_request(event):
    print("at", datetime.datetime.now())
    if event.payload.fields["reason"] == "urgent":
        return ApprovalTemplate.approve()
"""

    def record(self, *flags, code=0):
        with open(os.path.join(SEED, "auto_approve", "event.json"), encoding="utf-8") as f:
            event = json.load(f)
        event["event"]["payload"].setdefault("fields", {})["reason"] = "urgent"
        self.file("flow.py", self.FLOW)
        self.file("event.json", json.dumps(event))
        self.file("world.json", json.dumps({"now": "2024-02-29T15:45:00.25Z"}))
        return self.belljar("record", "flow.py", "--handler", "on_request", "--event", "event.json",
                            "--world", "world.json", "--transcript", "t.json", *flags, code=code)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def test_a_replay_is_the_same(self):
        self.record()
        done = self.belljar("replay", "t.json", code=0)
        self.assertRegex(done.out, r"^same: ok, 1 effects, [0-9]+ steps\n$")
        report = json.loads(self.belljar("replay", "t.json", "--json", code=0).out)
        self.assertEqual((report["schema"], report["outcome"]), ("belljar/replay/1", "same"))

    def test_a_changed_flow_departs(self):
        self.record()
        self.file("changed.py", self.FLOW.replace("urgent", "calm"))
        done = self.belljar("replay", "t.json", "--source", "changed.py", code=1)
        self.assertTrue(done.out.startswith("departs at outcome.result\n"), done.out)
        self.file("refused.py", "import os\n")
        self.belljar("replay", "t.json", "--source", "refused.py", code=2)

    def test_the_case_holds_what_mattered(self):
        self.record("--case", "case.json")
        self.belljar("test", "case.json", code=0)
        with open(self.path("case.json"), encoding="utf-8") as f:
            case = json.load(f)["cases"][0]
        self.assertEqual(case["now"], "2024-02-29T15:45:00.250000Z")
        self.assertEqual(case["event"]["event"]["payload"]["fields"], {"reason": "urgent"})
        self.assertNotIn("email", json.dumps(case["event"]))

    def test_what_is_no_transcript_is_64(self):
        for content in ("", "[]", "{}", '{"schema": "belljar/transcript/1"}', "\0"):
            self.belljar("replay", self.file("bad.json", content), code=64)
        self.belljar("replay", "missing.json", code=64)
        self.record("--case", "no/such/folder/case.json", code=64)

    def test_junit(self):
        self.record("--case", "case.json")
        with open(self.path("case.json"), encoding="utf-8") as f:
            document = json.load(f)
        document["cases"].append({**document["cases"][0], "name": 'a "bad" <one>', "expect": {"status": "error"}})
        self.file("case.json", json.dumps(document))
        self.belljar("test", "case.json", "--junit", "out.xml", code=1)
        root = xml.etree.ElementTree.parse(self.path("out.xml")).getroot()
        self.assertEqual((root.get("tests"), root.get("failures")), ("2", "1"))
        names = [(t.get("name"), [child.tag for child in t]) for t in root.iter("testcase")]
        self.assertEqual(names, [("recorded", []), ('a "bad" <one>', ["failure"])])


class Usage(Cli):
    def test_usage_errors_are_64(self):
        self.file("ok.py", "x = 1\n")
        for arguments in [(), ("frobnicate",), ("check",), ("run",), ("run", "ok.py", "ok.py"), ("test",), ("disasm",),
                          ("run", "ok.py", "--no-such-flag"), ("check", "ok.py", "--max-steps", "5"),
                          ("run", "ok.py", "--allow-host", "exa mple.com"), ("run", "ok.py", "--allow-host", "h:0"),
                          ("run", "ok.py", "--allow-host", "0.0.0.0/0"), ("run", "ok.py", "--allow-host", "h", "--world", "ok.py"),
                          ("run", "ok.py", "--live", ""), ("run", "ok.py", "--live", "missing.toml"), ("run", "ok.py", "--live", "ok.py"),
                          ("record", "ok.py"), ("replay", "ok.py"),
                          ("subset", "a", "b"), ("subset", "--profile", "x"), ("run", "ok.py", "--profile", "nope"), ("run", "ok.py", "--format", "xml"),
                          ("run", "ok.py", "--color", "sometimes"), ("disasm", "ok.py", "--stage", "llvm"),
                          ("run", "ok.py", "--now", "yesterday"), ("run", "ok.py", "--event", "ok.py"),
                          ("check", "ok.py", "--fail-on", "nothing"), ("help", "nothing")]:
            done = self.belljar(*arguments, code=64)
            self.assertEqual(done.out, "", arguments)
            self.assertTrue(done.err.startswith("belljar: "), (arguments, done.err))

    def test_limits_are_finite_and_not_zero(self):
        self.file("ok.py", "x = 1\n")
        for flag in ["--max-steps", "--max-memory", "--max-depth", "--timeout", "--max-effects", "--max-output"]:
            for value in ["0", "-1", "", "x", "1e400", "nan", "inf"]:
                self.belljar("run", "ok.py", f"{flag}={value}", code=64)
        self.belljar("run", "ok.py", "--max-steps", "99999999999999999999999", code=64)
        for flag, value in [("--max-steps", "100000"), ("--max-memory", "64M"), ("--max-memory", "1G"), ("--max-memory", "500K"),
                            ("--max-depth", "10"), ("--timeout", "0.5"), ("--max-steps", str(2**64 - 1)), ("--max-depth", str(2**64 - 1)), ("--timeout", "1e30"), ("--max-effects", "1"), ("--max-output", "1K")]:
            self.belljar("run", "ok.py", flag, value, code=0)

    def test_unreadable_inputs_are_64(self):
        self.file("ok.py", "def f():\n    return 1\n")
        self.file("empty.json", "")
        self.file("list.json", "[]")
        self.file("broken.json", '{"sdk": [')
        self.file("binary.json", bytes(range(256)))
        self.file("deep.json", "[" * 100000)
        os.mkdir(os.path.join(self.folder.name, "folder"))
        for arguments in [("run", "missing.py"), ("run", "folder"), ("check", "missing.py"), ("check", "ok.py", "missing.py"),
                          ("disasm", "folder"), ("test", "missing"), ("test", "folder"), ("test", "empty.json"),
                          ("test", "list.json"), ("test", "broken.json"), ("test", "binary.json"), ("test", "deep.json"),
                          ("run", "ok.py", "--handler", "f", "--event", "missing.json"),
                          ("run", "ok.py", "--handler", "f", "--event", "empty.json"),
                          ("run", "ok.py", "--handler", "f", "--event", "binary.json"),
                          ("run", "ok.py", "--handler", "f", "--event", "deep.json"),
                          ("run", "ok.py", "--handler", "f", "--event", "folder"),
                          ("run", "ok.py", "--handler", "g"),
                          ("run", "ok.py", "--world", "broken.json"), ("run", "ok.py", "--world", "list.json"),
                          ("run", "ok.py", "--world", "missing.json"), ("run", "ok.py", "--world", "deep.json")]:
            done = self.belljar(*arguments, code=64)
            self.assertTrue(done.err.startswith("belljar: "), (arguments, done.err))
            self.assertEqual(done.err.count("\n"), 1, (arguments, done.err))

    def test_live_config(self):
        self.file("ok.py", "x = 1\n")
        for text in ["http = 1", "[https]\n", "[http]\nmax_request = 1", "[http]\nmax_requests = 0", "[http]\nmax_requests = 'x'",
                     "[http]\nmax_requests = -1", "[http]\nmax_requests = 1.5", "[http]\nread_timeout = nan", "[http]\nread_timeout = 1e30",
                     "[http]\nca_file = 1", "[http]\nallow = 1", "[http]\nallow = ['a']", "[[http.allow]]\nports = [1]",
                     "[[http.allow]]\nhost = 1", "[[http.allow]]\nhost = '*'", "[[http.allow]]\nhost = '0.0.0.0/0'",
                     "[[http.allow]]\nhost = 'a.example'\nports = [0]", "[[http.allow]]\nhost = 'a.example'\nports = ['1']",
                     "[[http.allow]]\nhost = 'a.example'\nmethods = ['TRACE']", "[[http.allow]]\nhost = 'a.example'\nplain_http = 1",
                     "[[http.allow]]\nhost = 'a.example'\nprivate_ranges = ['x']", "[[http.allow]]\nhost = 'a.example'\nport = 1",
                     "[http", "\x00", "[http]\nmax_requests = 1\nmax_requests = 2"]:
            done = self.belljar("run", "ok.py", "--live", self.file("live.toml", text), code=64)
            self.assertTrue(done.err.startswith("belljar: malformed live world"), (text, done.err))
            self.assertEqual(done.err.count("\n"), 1, (text, done.err))
        self.file("live.toml", "[http]\nmax_requests = 5\nread_timeout = 0.5\nmax_total_bytes = 1_000_000\nca_file = '/dev/null'\n"
                  "[[http.allow]]\nhost = '*.a.example'\nports = [443, 8443]\nmethods = ['GET']\nprivate_ranges = ['10.1.0.0/16']\n")
        self.belljar("run", "ok.py", "--live", "live.toml", "--allow-host", "b.example", code=0)

    def test_help_and_version(self):
        for arguments in [("help",), ("--help",), ("-h",), ("help", "run"), ("run", "--help"), ("help", "limits"),
                          ("help", "exit-codes"), ("help", "profiles"), ("version",), ("--version",)]:
            done = self.belljar(*arguments, code=0)
            self.assertTrue(done.out.endswith("\n"), arguments)
            self.assertEqual(done.err, "")
        self.assertRegex(self.belljar("version").out, r"^belljar \d+\.\d+\.\d+\n$")
        self.assertRegex(json.loads(self.belljar("version", "--json").out)["version"], r"^\d+\.\d+\.\d+$")


class Check(Cli):
    def test_accepts_and_refuses(self):
        self.file("good.py", "x = 1\n")
        self.file("bad.py", "def f(a):\n    return a._x\n\n\nimport os\n")
        self.belljar("check", "good.py", code=0)
        done = self.belljar("check", "good.py", "bad.py", "--json", code=2)
        document = json.loads(done.out)
        self.assertEqual(document["schema"], "belljar/check/1")
        good, bad = document["files"]
        self.assertEqual((good["file"], good["verdict"]), ("good.py", "accept"))
        self.assertEqual((bad["file"], bad["verdict"]), ("bad.py", "refuse"))
        errors = [d for d in bad["diagnostics"] if d["severity"] == "error"]
        self.assertEqual([(d["rule"], d["line"]) for d in errors], [("attr.underscore", 2), ("import.module", 5)])
        self.assertEqual(set(errors[0]), {"rule", "severity", "line", "column", "end_line", "end_column", "message", "help"})

    def test_text_shows_the_source(self):
        self.file("bad.py", "def f(a):\n    return a._x\n")
        done = self.belljar("check", "bad.py", code=2)
        self.assertIn("return a._x", done.out)
        self.assertIn("bad.py: refuse (1 error)", done.out)
        self.assertNotIn("\x1b", done.out)
        self.assertIn("\x1b", self.belljar("check", "bad.py", "--color", "always", code=2).out)

    def test_warnings_do_not_refuse(self):
        self.file("warn.py", "import json\n")
        self.belljar("check", "warn.py", code=0)
        self.belljar("check", "warn.py", "--fail-on", "warning", code=2)

    def test_syntax_error_standard_input_and_garbage(self):
        done = self.belljar("check", "-", "--json", stdin=b"def f(:\n", code=2)
        report = json.loads(done.out)["files"][0]
        self.assertEqual(report["file"], "<stdin>")
        self.assertEqual(report["diagnostics"][0]["rule"], "syntax.parse")
        self.belljar("check", "-", stdin=b"", code=0)
        self.belljar("check", "-", stdin=bytes(range(256)) * 100, code=2)
        self.belljar("check", "-", stdin=b"x = '\xff'\n", code=2)
        self.belljar("check", "-", stdin=b"(" * 100000, code=2)


class Script(Cli):
    def test_prints(self):
        done = self.run_text("print('hello')\nprint(1, 2, sep='-')\n")
        self.assertEqual((done.out, done.err), ("hello\n1-2\n", ""))

    def test_uncaught_exception(self):
        done = self.run_text("print('before')\ndef f():\n    return 1 / 0\n\n\nf()\n", code=1)
        self.assertEqual(done.out, "before\n")
        self.assertTrue(done.err.startswith("Traceback (most recent call last):\n"), done.err)
        self.assertTrue(done.err.endswith("ZeroDivisionError: division by zero\n"), done.err)

    def test_messages_cannot_steer_the_terminal(self):
        done = self.run_text("raise ValueError('a\\nb')\n", code=1)
        self.assertTrue(done.err.endswith("\nValueError: a\nb\n"), done.err)
        done = self.run_text("raise ValueError('a\\nlimit: time\\x1b[2J\\x00\\x9b')\n", code=1)
        self.assertTrue(done.err.endswith("\nValueError: a\\nlimit: time\\x1b[2J\\x00\\x9b\n"), done.err)

    def test_json_envelope(self):
        envelope = json.loads(self.run_text("print('a')\nprint('b')\n", "--json").out)
        self.assertEqual(envelope["schema"], "belljar/decision/1")
        self.assertEqual(envelope["status"], "ok")
        self.assertEqual(envelope["logs"], ["a", "b"])
        self.assertEqual(set(envelope["usage"]), {"steps", "memory_bytes", "depth", "effects"})
        envelope = json.loads(self.run_text("def f():\n    raise ValueError('no')\n\n\nf()\n", "--json", code=1).out)
        self.assertEqual(envelope["status"], "error")
        error = envelope["error"]
        self.assertEqual((error["class"], error["code"], error["message"], error["line"]), ("ValueError", None, "no", 2))
        self.assertEqual(error["traceback"], [{"line": 5, "function": "<module>"}, {"line": 2, "function": "f"}])

    def test_refused(self):
        done = self.run_text("import os\nprint('never')\n", code=2)
        self.assertEqual(done.out, "")
        envelope = json.loads(self.run_text("import os\n", "--json", code=2).out)
        self.assertEqual(envelope["status"], "refused")
        self.assertEqual([(d["rule"], d["line"]) for d in envelope["diagnostics"]], [("import.module", 1)])
        self.assertEqual(envelope["logs"], [])

    def test_limits(self):
        cases = [("steps", "while True:\n    pass\n", ["--max-steps", "10000"]),
                 ("memory", "a = [1]\nwhile True:\n    a = a + a\n", ["--max-memory", "4M"]),
                 ("time", "while True:\n    pass\n", ["--timeout", "0.05", "--max-steps", "100000000000"]),
                 ("size", "while True:\n    print('x' * 100)\n", ["--max-output", "1K"])]
        for kind, source, flags in cases:
            done = self.run_text(source, *flags, code=3)
            self.assertIn(f"limit: {kind}\n", done.err, kind)
            envelope = json.loads(self.run_text(source, "--json", *flags, code=3).out)
            self.assertEqual((envelope["status"], envelope["limit"]), ("limit", kind))

    def test_depth_is_a_recursion_error_and_a_limit(self):
        source = "def f():\n    f()\n\n\ntry:\n    f()\nexcept RecursionError:\n    print('caught')\nf()\n"
        done = self.run_text(source, "--max-depth", "50", code=3)
        self.assertEqual(done.out, "caught\n")
        self.assertIn("RecursionError: maximum recursion depth exceeded\n", done.err)
        self.assertTrue(done.err.endswith("limit: depth\n"), done.err)
        envelope = json.loads(self.run_text(source, "--max-depth", "50", "--json", code=3).out)
        self.assertEqual((envelope["status"], envelope["limit"], envelope["error"]["class"]), ("error", "depth", "RecursionError"))
        self.run_text("raise RecursionError('mine')\n", code=1)

    def test_output_before_a_stop_is_written(self):
        done = self.run_text("print('kept')\nwhile True:\n    pass\n", "--max-steps", "10000", code=3)
        self.assertEqual(done.out, "kept\n")
        self.assertTrue(done.err.endswith("limit: steps\n"), done.err)

    def test_steps_are_deterministic(self):
        source = "d = {str(i): [i] * 3 for i in range(500)}\nprint(sorted(d)[:3], {1, 2, 'x'})\n"
        steps = {json.loads(self.run_text(source, "--json").out)["usage"]["steps"] for _ in range(5)}
        self.assertEqual(len(steps), 1)

    def test_standard_input(self):
        done = self.belljar("run", "-", "--profile", "python", stdin=b"print('in')\n1 / 0\n", code=1)
        self.assertEqual(done.out, "in\n")
        self.assertIn('File "<stdin>", line 2', done.err)

    def test_closed_standard_output(self):
        path = self.file("p.py", "while True:\n    print('y' * 1000)\n")
        command = f"'{BELLJAR}' run '{path}' --profile python --max-output 1G --timeout 60 | head -c 10; code=${{PIPESTATUS[0]}}; echo; echo $code"
        began = time.monotonic()
        done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60)
        self.assertLess(time.monotonic() - began, 20)
        code = int(done.stdout.split()[-1])
        self.assertLess(code, 128, "never a signal")
        self.assertNotEqual(code, 0)
        self.assertEqual(done.stderr, b"")

    def test_full_disk(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        path = self.file("p.py", "print('x')\n")
        with open("/dev/full", "w") as full:
            done = subprocess.run([BELLJAR, "run", path], stdout=full, stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(done.returncode, 64)
        self.assertIn(b"cannot write standard output", done.stderr)

    def test_interrupt(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            path = self.file("p.py", "print('started')\nwhile True:\n    pass\n")
            process = subprocess.Popen([BELLJAR, "run", path, "--profile", "python", "--timeout", "60",
                                        "--max-steps", "100000000000"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            time.sleep(0.5)
            process.send_signal(number)
            out, err = process.communicate(timeout=30)
            self.assertEqual(process.returncode, 3, err)
            self.assertEqual(out, b"started\n")
            self.assertIn(b"limit: cancelled\n", err)


class Flow(Cli):
    def test_decision(self):
        path = self.file("flow.py", "def answer():\n    return {'a': [1, 2.5, None, True]}\n")
        done = self.belljar("run", path, "--handler", "answer", code=0)
        self.assertEqual(json.loads(done.out), {"a": [1, 2.5, None, True]})
        envelope = json.loads(self.belljar("run", path, "--handler", "answer", "--json", code=0).out)
        self.assertEqual((envelope["handler"], envelope["status"]), ("answer", "ok"))
        self.assertEqual(envelope["result"], {"a": [1, 2.5, None, True]})

    def test_no_host_is_reached(self):
        path = self.file("flow.py", "import requests\n\n\ndef f():\n    try:\n        requests.get('http://127.0.0.1:9/')\n"
                         "    except requests.exceptions.ConnectionError as e:\n        return str(e)\n")
        done = self.belljar("run", path, "--handler", "f", code=0)
        self.assertEqual(json.loads(done.out), "no host may be reached from this program")
        self.file("world.json", "{}")
        done = self.belljar("run", path, "--handler", "f", "--world", "world.json", code=4)
        self.assertIn("effect refused: http.request\n", done.err)

    def test_what_the_host_lacks_is_exit_4(self):
        path = self.file("flow.py", "from sym.sdk.integrations import okta\n\n\ndef f():\n    try:\n"
                         "        return okta.list_groups()\n    except BaseException:\n        return 'caught'\n")
        done = self.belljar("run", path, "--handler", "f", code=4)
        self.assertTrue(done.err.endswith("effect refused: okta.list_groups\n"), done.err)
        envelope = json.loads(self.belljar("run", path, "--handler", "f", "--json", code=4).out)
        self.assertEqual((envelope["status"], envelope["call"]), ("effect", "okta.list_groups"))
        self.file("world.json", '{"sdk": [{"call": "okta.list_groups", "returns": [1]}]}')
        done = self.belljar("run", path, "--handler", "f", "--world", "world.json", code=0)
        self.assertEqual(json.loads(done.out), [1])

    def test_prints_go_to_stderr(self):
        path = self.file("flow.py", "def f():\n    print('log')\n    return 1\n")
        done = self.belljar("run", path, "--handler", "f", code=0)
        self.assertEqual((done.out, done.err), ("1\n", "log\n"))

    def test_arguments_from_the_world(self):
        path = self.file("flow.py", "def add(a, b):\n    return a + b\n")
        self.file("world.json", '{"args": [1, 2]}')
        done = self.belljar("run", path, "--handler", "add", "--world", "world.json", code=0)
        self.assertEqual(done.out, "3\n")


class Cases(Cli):
    def cases(self, cases, source="def add(a, b):\n    print('adding')\n    return a + b\n"):
        self.file("flow/impl.py", source)
        return self.file("flow/cases.json", json.dumps({"flow": "impl.py", "profile": "sym", "cases": cases}))

    def test_passes(self):
        self.cases([{"name": "three", "handler": "add", "args": [1, 2], "expect": {"status": "ok", "result": 3, "logs": ["adding"]}},
                    {"name": "runs", "handler": "add", "args": ["a", "b"]},
                    {"name": "raises", "handler": "add", "args": [1, "b"],
                     "expect": {"status": "error", "error": {"class": "TypeError", "line": 3}}},
                    {"name": "null line is not compared", "handler": "add", "args": [1, "b"],
                     "expect": {"status": "error", "error": {"class": "TypeError", "line": None, "code": None}}}])
        done = self.belljar("test", self.folder.name, code=0)
        self.assertEqual(done.out, "4 passed, 0 failed\n")

    def test_fails_with_paths(self):
        path = self.cases([{"name": "wrong", "handler": "add", "args": [[{"x": 1}], []], "expect": {"result": [{"x": 2}], "logs": []}},
                           {"name": "did not run", "handler": "add", "args": [1, None]},
                           {"name": "good", "handler": "add", "args": [1, 2]}])
        done = self.belljar("test", path, code=1)
        self.assertIn("wrong", done.out)
        self.assertIn("result[0].x: expected 2, got 1", done.out)
        self.assertTrue(done.out.endswith("1 passed, 2 failed\n"), done.out)
        document = json.loads(self.belljar("test", path, "--json", code=1).out)
        self.assertEqual((document["schema"], document["passed"], document["failed"]), ("belljar/test/1", 1, 2))
        first = document["cases"][0]
        self.assertEqual((first["file"], first["name"], first["outcome"]), (path, "wrong", "failed"))
        self.assertEqual(first["diff"][0], {"path": "result[0].x", "expected": 2, "got": 1})
        self.assertEqual(first["got"]["schema"], "belljar/decision/1")

    def test_unused_answers_fail(self):
        path = self.cases([{"name": "a", "handler": "add", "args": [1, 2], "sdk": [{"call": "store.fetch", "returns": 1}],
                            "secrets": {"p": "v"}, "http": [{"request": {"url": "https://h/"}, "reply": {}}]}])
        document = json.loads(self.belljar("test", path, "--json", code=1).out)
        self.assertEqual([d["path"] for d in document["cases"][0]["diff"]], ["sdk[0]", "http[0]", "secrets.p"])

    def test_malformed_cases(self):
        for case in [{"handler": "add"}, {"name": "x"}, {"name": "x", "handler": "add", "args": {}},
                     {"name": "x", "handler": "add", "expects": {}}, {"name": "x", "handler": "add", "event": "missing.json"},
                     {"name": "x", "handler": "add", "event": {"base": "missing.json"}}, {"name": "x", "handler": "add", "now": "soon"},
                     {"name": "x", "handler": "add", "expect": {"status": "ok", "reslt": 1}, "args": [1, 2]},
                     {"name": "x", "handler": "nowhere"}]:
            done = self.belljar("test", self.cases([case, {"name": "good", "handler": "add", "args": [1, 2]}]), code=64)
            self.assertTrue(done.out.endswith("1 passed, 1 failed\n"), (case, done.out))
        for text in ['{"flow": "impl.py"}', '{"cases": []}', '{"flow": 1, "cases": []}', '{"flow": "missing.py", "cases": []}',
                     '{"flow": "impl.py", "cases": {}}', '{"flow": "impl.py", "cases": []}', '{"flow": "impl.py", "cases": [], "profile": "none"}']:
            self.belljar("test", self.file("flow/cases.json", text), code=64)

    def test_contested_results_do_not_fail(self):
        path = self.cases([{"name": "c", "handler": "add", "args": [1, 2], "contested": True, "expect": {"result": 4}}])
        document = json.loads(self.belljar("test", path, "--json", code=0).out)
        self.assertEqual([d["path"] for d in document["cases"][0]["diff"]], ["result"])

    def test_refused_flow(self):
        path = self.cases([{"name": "r", "handler": "f", "expect": {"status": "refused", "logs": [], "diagnostics": [
            {"rule": "attr.underscore", "line": 2}]}}], source="def f(a):\n    return a._b\n")
        self.belljar("test", path, code=0)

    def test_limits_apply(self):
        path = self.cases([{"name": "loop", "handler": "f", "expect": {"status": "limit", "limit": "steps"}}],
                          source="def f():\n    while True:\n        pass\n")
        self.belljar("test", path, "--max-steps", "10000", code=0)

    def test_many_files_in_parallel(self):
        for i in range(20):
            self.file(f"many/{i:02}/impl.py", "def f(x):\n    print(x)\n    return [x]\n")
            self.file(f"many/{i:02}/cases.json", json.dumps({"flow": "impl.py", "cases": [
                {"name": str(n), "handler": "f", "args": [n], "expect": {"result": [n], "logs": [str(n)]}} for n in range(20)]}))
        done = self.belljar("test", "many", "--jobs", "8", code=0)
        self.assertEqual(done.out, "400 passed, 0 failed\n")


class Disasm(Cli):
    def test_stages(self):
        path = self.file("p.py", "x = 1 + len('y')\n")
        for stage in ("tokens", "ast", "bytecode"):
            self.assertNotEqual(self.belljar("disasm", path, "--stage", stage, code=0).out, "")
            json.loads(self.belljar("disasm", path, "--stage", stage, "--json", code=0).out)
        tree = json.loads(self.belljar("disasm", path, "--stage", "ast", "--json", code=0).out)
        self.assertEqual(tree["_type"], "Module")
        tokens = json.loads(self.belljar("disasm", path, "--stage", "tokens", "--json", code=0).out)["tokens"]
        self.assertEqual([t["text"] for t in tokens[:5]], ["x", "=", "1", "+", "len"])

    def test_syntax_error(self):
        self.belljar("disasm", self.file("p.py", "x = (\n"), code=2)


if __name__ == "__main__":
    if "--belljar" not in sys.argv:
        sys.exit(__doc__)
    at = sys.argv.index("--belljar")
    BELLJAR = os.path.abspath(sys.argv[at + 1])
    del sys.argv[at:at + 2]
    unittest.main()
