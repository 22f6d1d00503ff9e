"""An environment for each supported release of JAX: made by pip, as pip is set up here, and kept in `build/`."""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
HOME = ROOT / "build" / "releases"
INSTALL_SECONDS = 900


class Release(NamedTuple):
    """The newest of a release line, and a Python that it runs on; among them they cover every Python of ours."""

    jax: str
    python: str

    @property
    def line(self) -> str:
        return ".".join(self.jax.split(".")[:2])


# All of it in one place: a new line gets a line here, its pins come from `constraints.txt`.
RELEASES = (Release("0.10.2", "3.11"), Release("0.11.2", "3.12"), Release("0.12.0.1", "3.13"))


class NoPython(Exception):
    """There is no such Python on this machine."""


class NotInstalled(Exception):
    """pip could not install that release; its own words."""


def python_of(release: Release) -> Path:
    """The Python of that release's environment, with this repository installed; made where it is not there yet."""
    interpreter = find_python(release.python)
    folder = HOME / f"jax-{release.jax}"
    folder.mkdir(parents=True, exist_ok=True)
    pins = folder / "constraints.txt"
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # several tests may want it at the same time
        pins.write_text(constraints(release))
        stamp = folder / ".ready"
        wanted = fingerprint(interpreter, pins)
        if not stamp.exists() or stamp.read_text() != wanted:
            shutil.rmtree(folder / "venv", ignore_errors=True)
            _install(interpreter, folder / "venv", pins)
            stamp.write_text(wanted)
    return folder / "venv" / "bin" / "python"


def constraints(release: Release) -> str:
    """The repository's own pins, with this release in place of its JAX."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    others = [line for line in lines if not re.match(r"jax(lib)?==", line)]
    return "\n".join([*others, f"jax=={release.jax}", f"jaxlib=={release.jax}", ""])


def fingerprint(interpreter: Path, pins: Path) -> str:
    content = str(interpreter).encode() + pins.read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(content).hexdigest()


def find_python(version: str) -> Path:
    """An interpreter of that version: this one, one on the PATH, or one of pyenv's.  `NoPython` where there is none."""
    for candidate in _candidates(version):
        code = "import sys, ensurepip; print('.'.join(map(str, sys.version_info[:2])))"
        done = subprocess.run([candidate, "-c", code], capture_output=True, text=True, check=False)
        if done.stdout.strip() == version:
            return Path(candidate)
    raise NoPython(f"no Python {version} on this machine")


def _candidates(version: str) -> Iterator[str]:
    yield str(Path(sys.base_prefix) / "bin" / "python3")
    if on_path := shutil.which(f"python{version}"):
        yield on_path
    if pyenv := shutil.which("pyenv"):
        root = subprocess.run([pyenv, "root"], capture_output=True, text=True, check=False).stdout.strip()
        yield from sorted(map(str, Path(root, "versions").glob(f"{version}.*/bin/python{version}")), reverse=True)


def _install(interpreter: Path, venv: Path, pins: Path) -> None:
    make = [interpreter, "-m", "venv", venv]
    pip = [venv / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for command in (make, [*pip, "--constraint", pins, "--editable", ROOT, "hypothesis"]):
        done = subprocess.run(command, capture_output=True, text=True, timeout=INSTALL_SECONDS, check=False)
        if done.returncode:
            raise NotInstalled(f"{venv.parent.name} could not be installed here:\n{done.stderr[-2000:]}")


def outside_of_tests() -> dict[str, str]:
    """This process's variables, but for what belongs to the pytest around us."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "PYTHONPATH"))}
