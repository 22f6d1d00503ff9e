"""A PostgreSQL of this test's own: a new cluster in a folder of its own, on loopback, run by an ordinary user."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

_PATIENCE = 60  # seconds until it answers


class Server(NamedTuple):
    port: int
    user: str
    password: str

    def new(self, name: str) -> str:
        """The address of a new database."""
        with self.connected("postgres") as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return f"postgresql://{self.user}:{self.password}@127.0.0.1:{self.port}/{name}"

    def connected(self, name: str) -> Any:
        import psycopg

        return psycopg.connect(
            host="127.0.0.1", port=self.port, user=self.user, password=self.password, dbname=name, autocommit=True
        )


@contextmanager
def running() -> Iterator[Server]:
    """A server for as long as it is needed; skips, and says so, where PostgreSQL or its driver is not installed."""
    programs = _programs()
    pytest.importorskip("psycopg", reason="NO PSYCOPG: gradebooks in PostgreSQL are NOT TESTED")
    if programs is None:
        pytest.skip("NO POSTGRESQL (apt-get install postgresql): gradebooks in PostgreSQL are NOT TESTED")
    folder = Path(tempfile.mkdtemp(prefix="jax101-pg-"))
    try:
        server = Server(_free_port(), "teacher", "s3cr3t")
        (folder / "password").write_text(server.password)
        who = _ordinary_user(folder)
        data = folder / "data"
        words = ["-D", data, "-U", server.user, "-A", "scram-sha-256", "--pwfile", folder / "password", "-E", "UTF8"]
        subprocess.run(
            [programs / "initdb", *words, "--no-sync"], check=True, cwd=folder, stdout=subprocess.DEVNULL, **who
        )
        words = ["-D", data, "-k", folder, "-h", "127.0.0.1", "-p", str(server.port), "-F"]
        with (folder / "log").open("w") as log:
            process = subprocess.Popen([programs / "postgres", *words], cwd=folder, stdout=log, stderr=log, **who)
        try:
            _wait_for(server, process, folder / "log")
            yield server
        finally:
            process.send_signal(signal.SIGQUIT)  # at once: nothing in it is of worth
            process.wait(_PATIENCE)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path | None:
    """Debian keeps them out of the PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    there = shutil.which("initdb")
    return found[-1].parent if found else Path(there).resolve().parent if there else None


def _ordinary_user(folder: Path) -> dict[str, Any]:
    """How to start it: it refuses to be run by root."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("nobody")
    for path in (folder, *folder.iterdir()):
        os.chown(path, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _wait_for(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    import psycopg

    until = time.monotonic() + _PATIENCE
    while True:
        try:
            server.connected("postgres").close()
            return
        except psycopg.OperationalError:
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < until, log.read_text()
            time.sleep(0.1)
