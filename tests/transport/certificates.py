"""Certificates for TLS servers on loopback, made by openssl when a test runs: good, and bad in one way each."""
import os
import subprocess

KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]


def openssl(folder, *arguments):
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True, timeout=60)


def make(folder):
    """Writes ca.pem and NAME.pem, NAME.key for good, wrong-host, expired and self-signed; all but wrong-host are for localhost."""
    openssl(folder, "req", "-x509", *KEY, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Authority of a test", "-days", "2",
            "-addext", "basicConstraints=critical,CA:TRUE")
    for name, host, days in [("good", "localhost", "2"), ("wrong-host", "another.example", "2"), ("expired", "localhost", "-1")]:
        openssl(folder, "req", *KEY, "-keyout", name + ".key", "-out", name + ".csr", "-subj", "/CN=" + host,
                "-addext", "subjectAltName=DNS:" + host)
        openssl(folder, "x509", "-req", "-in", name + ".csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", days,
                "-copy_extensions", "copyall", "-out", name + ".pem")
    openssl(folder, "req", "-x509", *KEY, "-keyout", "self-signed.key", "-out", "self-signed.pem", "-subj", "/CN=localhost", "-days", "2",
            "-addext", "subjectAltName=DNS:localhost")
    return os.path.join(folder, "ca.pem")
