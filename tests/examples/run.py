#!/usr/bin/env python3
"""Installs a build to a temporary place, builds every example from there, with public headers only,
and runs it. An example whose toolchain or library is not there is skipped, and said to be."""
import argparse
import concurrent.futures
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EXAMPLES = os.path.join(ROOT, "examples")


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, **options)
    if done.returncode:
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def compare(name, output):
    expected = open(os.path.join(EXAMPLES, name, "expected.txt"), encoding="utf-8").read()
    if output != expected:
        sys.exit(f"{name}: printed\n{output}\nexpected\n{expected}")
    print(f"{name}: as expected")


def built(name, prefix, work):
    folder = os.path.join(work, name)
    run("cmake", "-S", os.path.join(EXAMPLES, name), "-B", folder, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}",
        "-DCMAKE_BUILD_TYPE=Release", f"-DCMAKE_BUILD_RPATH={library_folder(prefix)}")
    run("cmake", "--build", folder)
    return folder


def library_folder(prefix):
    for folder, _, files in os.walk(prefix):
        if "libbelljar.so.1" in files:
            return folder
    sys.exit("libbelljar.so.1 is not installed")


def cmake_example(name, program, prefix, work):
    compare(name, run(os.path.join(built(name, prefix, work), program)))


def go_example(prefix, work):
    if not shutil.which("go"):
        return print("go_host: skipped, there is no go")
    library = library_folder(prefix)
    folder = shutil.copytree(os.path.join(EXAMPLES, "go_host"), os.path.join(work, "go_host"))
    environment = dict(os.environ, PKG_CONFIG_PATH=os.path.join(library, "pkgconfig"), LD_LIBRARY_PATH=library, CGO_ENABLED="1",
                       GOCACHE=os.path.join(work, "go-cache"), GOFLAGS="-mod=mod", GOPROXY="off", HOME=work)
    run("go", "build", "-o", "go_host", ".", cwd=folder, env=environment)
    compare("go_host", run(os.path.join(folder, "go_host"), env=environment))


def pkg_config_example(prefix, work):
    """The minimal hosts once more, without CMake."""
    library = library_folder(prefix)
    environment = dict(os.environ, PKG_CONFIG_PATH=os.path.join(library, "pkgconfig"), LD_LIBRARY_PATH=library)
    for package, compiler, source, folder in [("belljar", ["cc", "-std=c99"], "main.c", "c_minimal"),
                                              ("belljar-cxx", ["c++", "-std=c++20"], "main.cc", "cpp_minimal")]:
        flags = run("pkg-config", "--cflags", "--libs", package, env=environment).split()
        program = os.path.join(work, f"{folder}_pkg_config")
        run(*compiler, os.path.join(EXAMPLES, folder, source), "-o", program, *flags)
        compare(folder, run(program, env=environment))


def subproject(work):
    """add_subdirectory: only configured, as it would compile everything once more."""
    folder = os.path.join(work, "subproject")
    os.mkdir(folder)
    with open(os.path.join(folder, "CMakeLists.txt"), "w", encoding="utf-8") as f:
        f.write(f"""cmake_minimum_required(VERSION 3.25)
project(host LANGUAGES C CXX)
add_subdirectory({ROOT} belljar)
add_executable(host {EXAMPLES}/cpp_minimal/main.cc)
target_link_libraries(host PRIVATE belljar::belljar)
if(NOT TARGET belljar::c OR TARGET capi_test OR BELLJAR_TESTS OR BELLJAR_INSTALL)
  message(FATAL_ERROR "a part of another project must offer its libraries and build no tests")
endif()
""")
    run("cmake", "-S", folder, "-B", os.path.join(folder, "build"), "-G", "Ninja")
    print("add_subdirectory: configures, without tests")


def ask(url, body=None):
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data=body and body.encode()), timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def expect(what, got, expected):
    if got != expected:
        sys.exit(f"decision_server: {what}: got {got!r}, expected {expected!r}")


def until(what, holds):
    deadline = time.monotonic() + 20
    while not holds():
        if time.monotonic() > deadline:
            sys.exit(f"decision_server: {what} did not happen")
        time.sleep(0.05)


def talk_to_server(url, flows):
    def decide(amount, flow="spending", handler="decide"):
        status, text = ask(f"{url}/decide/{flow}/{handler}", json.dumps([{"who": "Ada", "amount": amount}]))
        return status, json.loads(text) if text else None

    expect("healthz", ask(url + "/healthz"), (200, "ok\n"))
    status, outcome = decide(75)
    expect("decision", (status, outcome["result"]), (200, {"allow": True, "who": "Ada"}))
    expect("error", decide("many")[0], 422)
    expect("limit", decide(1, handler="forever")[0], 429)
    expect("no flow", decide(1, flow="missing")[0], 404)
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        results = list(pool.map(lambda n: decide(n)[1]["result"]["allow"], range(400)))
    expect("400 decisions", results, [n <= 100 for n in range(400)])
    path = os.path.join(flows, "spending.py")
    source = open(path, encoding="utf-8").read()
    write(path, source.replace("100", "10"))
    until("the reload", lambda: decide(75)[1]["result"]["allow"] is False)
    write(path, "import os\n")  # refused: the version before it stays
    write(os.path.join(flows, "other.py"), "def decide(request):\n    return 1\n")
    until("the new flow", lambda: decide(1, flow="other")[0] == 200)
    expect("the kept flow", decide(75)[1]["result"]["allow"], False)
    os.remove(os.path.join(flows, "other.py"))
    until("the end of a flow", lambda: decide(1, flow="other")[0] == 404)
    metrics = ask(url + "/metrics")[1].splitlines()
    for line in ['belljar_decisions_total{status="error"} 1', 'belljar_decisions_total{status="limit"} 1', "belljar_flows 1"]:
        expect(f"metric {line}", line in metrics, True)


def write(path, text):
    with open(path + ".new", "w", encoding="utf-8") as f:
        f.write(text)
    os.replace(path + ".new", path)


def server_example(prefix, work):
    if not os.path.exists("/usr/include/httplib.h"):
        return print("decision_server: skipped, there is no cpp-httplib")
    program = os.path.join(built("decision_server", prefix, work), "decision_server")
    flows = shutil.copytree(os.path.join(EXAMPLES, "decision_server", "flows"), os.path.join(work, "flows"))
    server = subprocess.Popen([program, flows, "0", "16"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        talk_to_server(server.stdout.readline().strip(), flows)
    finally:
        server.terminate()
        code = server.wait(20)
    expect("exit code", code, 0)
    print("decision_server: as expected")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", help="the build to install")
    parser.add_argument("--prefix", help="instead: where an installed Belljar is, such as /usr")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        prefix = args.prefix or os.path.join(work, "prefix")
        if args.build:
            run("cmake", "--install", args.build, "--prefix", prefix)
            subproject(work)
        cmake_example("cpp_minimal", "minimal", prefix, work)
        cmake_example("c_minimal", "minimal", prefix, work)
        cmake_example("own_services", "own_services", prefix, work)
        cmake_example("async_host", "async_host", prefix, work)
        pkg_config_example(prefix, work)
        go_example(prefix, work)
        server_example(prefix, work)
    return 0


if __name__ == "__main__":
    sys.exit(main())
