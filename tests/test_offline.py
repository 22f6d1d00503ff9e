"""No command talks to anyone: a course, a class and a student's work stay on the machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
AMINA = REPOSITORY / "examples" / "submissions" / "amina"

# Python reads a `sitecustomize` in every process that it is on the path of: here, of the command and of its slots.
LISTENING = """
import os, sys
def hook(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname") or event in ("socket.connect", "socket.sendto") and (
        isinstance(arguments[1], tuple)
    ):
        with open(os.environ["HEARD"], "a") as file:
            print(event, arguments, file=file)
sys.addaudithook(hook)
with open(os.environ["HEARD"] + ".processes", "a") as file:
    print(os.getpid(), file=file)
"""


def run(folder: Path, *command: str) -> list[str]:
    """What a command tried to reach; it and all it started in Python but zygotes, whose workers have no sockets."""
    (folder / "sitecustomize.py").write_text(LISTENING)
    heard = folder / "heard"
    environment = {
        **os.environ,
        "PYTHONPATH": str(folder),
        "HEARD": str(heard),
        "XDG_CACHE_HOME": str(folder / "cache"),
    }
    done = subprocess.run(command, env=environment, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 3), done.stderr  # checks of a copy that is not filled in fail
    assert Path(f"{heard}.processes").exists()
    return heard.read_text().splitlines() if heard.exists() else []


@pytest.mark.parametrize(
    "commands",
    [
        [["grade", str(AMINA / "02_grad"), "--out", "{out}", "--jobs", "1"], ["show", "{out}"]],
        [["check", "solutions/02_grad", "--task", "grad_both"], ["hint", "grad_both"]],
        [["doctor"]],
        [["start", "{out}"], ["check", "{out}", "--unit", "02_grad"]],
    ],
    ids=lambda commands: "-".join(command[0] for command in commands),
)
def test_no_command_reaches_for_the_network(commands: list[list[str]], tmp_path: Path) -> None:
    for command in commands:
        words = [word.format(out=tmp_path / "out") for word in command]
        assert run(tmp_path, sys.executable, "-m", "autograder", *words) == []


def test_one_that_does_is_heard(tmp_path: Path) -> None:
    code = "import socket\ntry: socket.create_connection(('127.0.0.1', 1), 1)\nexcept OSError: pass"
    assert run(tmp_path, sys.executable, "-c", code)
