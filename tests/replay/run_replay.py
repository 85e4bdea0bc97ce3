#!/usr/bin/env python3
"""Every case of the sample flows is recorded and replayed: the replay must be the same, bit for bit.

    run_replay.py --belljar PATH [FOLDER...]

Each case runs under `belljar record` with secrets of our own making; then
- the transcript must not hold a secret, in any encoding that we know of;
- `belljar replay` must say "same", with stand-ins for the secrets;
- the minimal case that `record` wrote must pass under `belljar test`.
"""
import argparse
import base64
import glob
import json
import os
import subprocess
import sys
import tempfile
import urllib.parse

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
WORLD = ("profile", "now", "args", "sdk", "http", "secrets")
DECIDED = (0, 1, 3, 4)  # exit codes of a program that ran


def merged(base, change):
    if not isinstance(base, dict) or not isinstance(change, dict):
        return change
    out = dict(base)
    for name, value in change.items():
        if value is None:
            out.pop(name, None)
        else:
            out[name] = merged(base[name], value) if name in base else value
    return out


def event_of(case, folder):
    """The event document: inline, a file's, or a file's with changes."""
    event = case.get("event")
    if isinstance(event, dict) and set(event) <= {"base", "merge"}:
        with open(os.path.join(folder, event["base"]), encoding="utf-8") as file:
            return merged(json.load(file), event.get("merge", {}))
    if isinstance(event, str):
        with open(os.path.join(folder, event), encoding="utf-8") as file:
            return json.load(file)
    return event


def forms(secret):
    data = secret.encode()
    yield secret
    yield urllib.parse.quote(secret, safe="")
    yield urllib.parse.quote_plus(secret)
    yield json.dumps(secret)[1:-1]
    for offset in range(3):
        text = base64.b64encode(b"\0" * offset + data).decode()
        yield text[(offset * 8 + 5) // 6:(offset + len(data)) * 8 // 6]


class Case:
    def __init__(self, path, file, case, scratch):
        folder = os.path.dirname(path)
        self.name = f"{os.path.relpath(path, ROOT)}: {case['name']}"
        self.source = os.path.join(folder, file["flow"])
        self.handler = case["handler"]
        self.refused = case.get("expect", {}).get("status") == "refused"
        self.event = event_of(case, folder)
        world = {name: case[name] for name in WORLD if name in case}
        world.setdefault("profile", file.get("profile", "sym"))
        # Values that can be searched for. What the answers expect of the old ones is changed alike.
        text = json.dumps(world)
        self.secrets = []
        for number, (secret_path, value) in enumerate(sorted(world.get("secrets", {}).items())):
            # An empty one is what the case is about; shorter ones are found as whole texts only.
            if not isinstance(value, str) or len(value) < 4:
                continue
            new = f"s3cret/+&=\u00e4 {number}!"
            text = text.replace(json.dumps(value)[1:-1], json.dumps(new)[1:-1])
            self.secrets.append(new)
        self.world = json.loads(text)
        self.scratch = scratch

    def path(self, name):
        return os.path.join(self.scratch, name)

    def write(self, name, document):
        with open(self.path(name), "w", encoding="utf-8") as file:
            json.dump(document, file, ensure_ascii=False)
        return self.path(name)

    def problem(self, belljar):
        command = [belljar, "record", self.source, "--handler", self.handler, "-q",
                   "--world", self.write("world.json", self.world),
                   "--transcript", self.path("transcript.json"), "--case", self.path("case.json")]
        if self.event is not None:
            command += ["--event", self.write("event.json", self.event)]
        recorded = subprocess.run(command, capture_output=True, text=True)
        if recorded.returncode == 2:
            return None if self.refused else f"record refuses it: {recorded.stderr}"
        if self.refused:
            return f"record ends with {recorded.returncode}, not with a refusal"
        if recorded.returncode not in DECIDED:
            return f"record ends with {recorded.returncode}: {recorded.stderr}"
        with open(self.path("transcript.json"), encoding="utf-8") as file:
            transcript = file.read()
        for secret in self.secrets:
            for form in forms(secret):
                if form in transcript or form in recorded.stderr:
                    return f"a secret leaves as {form!r}"
        replayed = subprocess.run([belljar, "replay", self.path("transcript.json")],
                                  capture_output=True, text=True)
        if replayed.returncode != 0 or not replayed.stdout.startswith("same: "):
            return f"replay ends with {replayed.returncode}: {replayed.stdout}{replayed.stderr}"
        if recorded.returncode == 4 or self.secrets:
            return None  # a refused effect has no answer, a redacted text no original
        tested = subprocess.run([belljar, "test", self.path("case.json")], capture_output=True, text=True)
        if tested.returncode != 0:
            return f"the minimal case fails: {tested.stdout}{tested.stderr}"
        return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--belljar", required=True)
    parser.add_argument("folders", nargs="*", default=[os.path.join(ROOT, "conformance", "flows")])
    options = parser.parse_args()
    count = failed = 0
    for folder in options.folders:
        for path in sorted(glob.glob(os.path.join(folder, "**", "cases.json"), recursive=True)):
            with open(path, encoding="utf-8") as file:
                document = json.load(file)
            for case in document["cases"]:
                with tempfile.TemporaryDirectory() as scratch:
                    made = Case(path, document, case, scratch)
                    count += 1
                    problem = made.problem(os.path.abspath(options.belljar))
                if problem:
                    failed += 1
                    print(f"FAILED {made.name}\n  {problem}")
    print(f"{count - failed} passed, {failed} failed")
    return 1 if failed or not count else 0


if __name__ == "__main__":
    sys.exit(main())
