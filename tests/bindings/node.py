#!/usr/bin/env python3
"""Installs a build to a temporary place, builds the Node package against it with npm, runs its tests."""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, **options)
    if done.returncode:
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        prefix = os.path.join(work, "prefix")
        run("cmake", "--install", args.build, "--prefix", prefix)
        library = next(folder for folder, _, files in os.walk(prefix) if "libbelljar.so.1" in files)
        environment = dict(os.environ, PKG_CONFIG_PATH=os.path.join(library, "pkgconfig"), LD_LIBRARY_PATH=library)
        folder = shutil.copytree(os.path.join(ROOT, "bindings", "node"), os.path.join(work, "belljar"),
                                 ignore=shutil.ignore_patterns("node_modules", "build"))
        run("npm", "install", "--no-audit", "--no-fund", cwd=folder, env=environment)
        print(run("node", "--test", "test", cwd=folder, env=environment))
    return 0


if __name__ == "__main__":
    sys.exit(main())
