"""Formgrader's buttons, pressed as a browser does, on a real Jupyter server in the course's folder."""

from __future__ import annotations

import getpass
import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.nbgrader.conftest import (
    NOTEBOOK,
    SECRET,
    UNIT,
    Classroom,
    new_classroom,
    partial,
    with_an_exchange,
)

pytestmark = pytest.mark.slow
pytest.importorskip("jupyter_server")
TOKEN = "for-this-test"


class Server:
    def __init__(self, classroom: Classroom, pupil: Classroom, pid: int, port: int) -> None:
        self.classroom = classroom
        self.pupil = pupil
        self._pid = pid
        self._address = f"http://127.0.0.1:{port}"

    def ask(self, path: str, method: str = "GET") -> Any:
        request = urllib.request.Request(
            f"{self._address}/formgrader/{path}", method=method, headers={"Authorization": f"token {TOKEN}"}
        )
        with urllib.request.urlopen(request, timeout=240) as answer:
            content = answer.read().decode()
        return json.loads(content) if path.startswith("api/") else content

    def children(self) -> list[str]:
        """The commands of what the server has started and is still about, Python's own helper apart."""
        found = psutil.Process(self._pid).children(recursive=True)
        commands = [" ".join(process.cmdline()) for process in found]
        return [command for command in commands if "resource_tracker" not in command]

    def press(self, path: str) -> str:
        """What the log says that formgrader shows after a button."""
        done = self.ask(f"api/{path}", "POST")
        assert done["success"], done.get("log", "") + done.get("error", "")
        return str(done.get("log", ""))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    classroom = new_classroom(tmp_path_factory.mktemp("formgrader") / "course")
    pupil = with_an_exchange(classroom)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root", f"--port={port}"]
    command += ["--ServerApp.port_retries=0", f"--IdentityProvider.token={TOKEN}"]
    log = classroom.root.parent / "server.log"
    with log.open("wb") as said:
        process = subprocess.Popen(
            command, cwd=classroom.root, env=classroom.environment(), stdout=said, stderr=subprocess.STDOUT
        )
    try:
        server = Server(classroom, pupil, process.pid, port)
        _wait(server, process, log)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(240):
        assert process.poll() is None, log.read_text(errors="replace")
        try:
            server.ask("api/status")
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise AssertionError(log.read_text(errors="replace"))


def test_the_buttons_do_what_the_commands_do(server: Server) -> None:
    classroom = server.classroom
    [assignment] = server.ask("api/assignments")
    assert (assignment["name"], assignment["source_path"]) == (UNIT, f"solutions/{UNIT}")
    server.press(f"assignment/{UNIT}/assign")
    classroom.hand_in("ada", partial(classroom.released()))
    [submission] = server.ask(f"api/submissions/{UNIT}")
    assert (submission["student"], submission["autograded"]) == ("ada", False)

    assert "5 / 9" in server.press(f"submission/{UNIT}/ada/autograde")
    [submission] = server.ask(f"api/submissions/{UNIT}")
    assert (submission["autograded"], submission["score"], submission["max_score"]) == (True, 5.0, 9.0)
    assert server.children() == []

    with classroom.gradebook() as gradebook:
        name = gradebook.find_submission_notebook(NOTEBOOK, UNIT, "ada").id
    shown = server.ask(f"submissions/{name}")
    assert "A hidden check did not pass" in shown
    server.press(f"assignment/{UNIT}/ada/generate_feedback")
    assert "5 of 9 points" in classroom.feedback("ada")


def test_a_time_that_is_none_keeps_nobody_from_the_list(server: Server) -> None:
    server.press(f"assignment/{UNIT}/assign")
    place = server.classroom.hand_in("ada", partial(server.classroom.released()))
    when = (place if place.is_dir() else place.parent) / "timestamp.txt"
    for text in ("2026-01-01 00:00:00 /etc/passwd", f"14:{'1' * 45}Jan:-14:00", "9999-12-31 23:59:59 UTC"):
        when.write_text(text)
        [submission] = server.ask(f"api/submissions/{UNIT}")
        assert (submission["student"], submission["timestamp"]) == ("ada", None)
        server.press(f"submission/{UNIT}/ada/autograde")
        server.press(f"assignment/{UNIT}/ada/generate_feedback")
    when.unlink()


def test_points_that_changed_meanwhile_are_seen(server: Server) -> None:
    server.press(f"assignment/{UNIT}/assign")
    server.classroom.hand_in("ada", partial(server.classroom.released()))
    server.press(f"submission/{UNIT}/ada/autograde")
    course = server.classroom.root / "course.yml"
    before = course.read_text()
    course.write_text(before.replace("title: Twice, points: 2", "title: Twice, points: 3"))
    done = server.ask(f"api/submission/{UNIT}/ada/autograde", "POST")
    assert not done["success"]
    assert f"run `nbgrader generate_assignment {UNIT}`" in done["log"]
    server.press(f"assignment/{UNIT}/assign")
    server.press(f"submission/{UNIT}/ada/autograde")
    [submission] = server.ask(f"api/submissions/{UNIT}")
    assert (submission["score"], submission["max_score"]) == (6.0, 10.0)
    course.write_text(before)  # for whoever comes next


def test_an_assignment_goes_out_and_feedback_comes_back_by_the_buttons(server: Server) -> None:
    classroom, pupil, me = server.classroom, server.pupil, getpass.getuser()
    server.press(f"assignment/{UNIT}/assign")
    server.press(f"assignment/{UNIT}/release")
    assert server.ask(f"api/assignment/{UNIT}")["status"] == "released"

    pupil.nbgrader("fetch_assignment", UNIT)
    work = pupil.root / UNIT
    assert sorted(path.name for path in work.iterdir()) == ["course.yml", f"test_{NOTEBOOK}.py", f"{NOTEBOOK}.ipynb"]
    (work / f"{NOTEBOOK}.ipynb").write_text(json.dumps(partial(classroom.released())))
    pupil.nbgrader("submit", UNIT)

    server.press(f"assignment/{UNIT}/collect")
    assert (classroom.root / "submitted" / me / UNIT / SECRET).exists()
    server.press(f"submission/{UNIT}/{me}/autograde")
    assert server.ask(f"api/submission/{UNIT}/{me}")["score"] == 5.0
    server.press(f"assignment/{UNIT}/generate_feedback")
    # Who did not hand in by the exchange gets nothing back by it: nbgrader stops there, and so does its command.
    shutil.rmtree(classroom.root / "feedback" / "ada", ignore_errors=True)
    server.press(f"assignment/{UNIT}/release_feedback")
    pupil.nbgrader("fetch_feedback", UNIT)
    [page] = (work / "feedback").glob(f"*/{NOTEBOOK}.html")
    assert "5 of 9 points" in page.read_text(encoding="utf-8")

    server.press(f"assignment/{UNIT}/unrelease")
    assert server.ask(f"api/assignment/{UNIT}")["status"] == "draft"
    assert "Assignment not found" in pupil.nbgrader("fetch_assignment", UNIT, "--replace", fails=True)
