#!/usr/bin/env python3
"""Runs flat_run (10,000 evaluations that make HTTP requests) against a server on loopback; it judges itself.

    flat_test.py --program PATH [--evaluations N]
"""
import argparse
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import certificates
from hostile_server import HostileServer


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--evaluations", default="10000")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ca = certificates.make(folder)
        plain, tls = HostileServer(), HostileServer(os.path.join(folder, "good"))
        plain.canary = plain.other = plain.port
        # AddressSanitizer keeps freed memory back to find its late uses: 256 MiB unless told otherwise.
        sanitizer = ":".join(filter(None, [os.environ.get("ASAN_OPTIONS"), "quarantine_size_mb=1"]))
        return subprocess.run([options.program, str(plain.port), str(tls.port), ca, options.evaluations],
                              env={**os.environ, "ASAN_OPTIONS": sanitizer}, timeout=1500).returncode


if __name__ == "__main__":
    sys.exit(main())
