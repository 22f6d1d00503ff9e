"""`make check-dependencies`: are the packages that we depend on still kept by their authors?

Asks the registry that pip is set up for, in the form that pip itself reads (PEP 691, with the dates of PEP 700 and the
status of PEP 792): about direct dependencies only, those of `pyproject.toml`.  What is pinned in `constraints.txt`
shall still be there and not be yanked; the project shall not be archived, deprecated, quarantined or called inactive;
and its last release shall be no older than three years.
"""

from __future__ import annotations

import os
import re
import ssl
import subprocess
import sys
import tomllib
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from importlib import metadata
from pathlib import Path

import msgspec
from packaging.requirements import Requirement
from packaging.utils import (
    InvalidSdistFilename,
    InvalidWheelFilename,
    canonicalize_name,
    parse_sdist_filename,
    parse_wheel_filename,
)
from packaging.version import InvalidVersion, Version

ROOT = Path(__file__).parents[1]
LONGEST = timedelta(days=3 * 365)  # without a release
_JSON = "application/vnd.pypi.simple.v1+json"
_SECONDS = 30.0
_INACTIVE = "Development Status :: 7 - Inactive"


class CannotAsk(Exception):
    """The registry did not answer, or not in that form: nothing is known."""


class File(msgspec.Struct, frozen=True, rename="kebab"):
    """One file of a release."""

    filename: str
    upload_time: datetime | None = None
    yanked: bool | str = False

    @property
    def version(self) -> Version | None:
        """`None` for the kinds that nobody installs any more."""
        with suppress(InvalidWheelFilename, InvalidVersion):
            return parse_wheel_filename(self.filename)[1]
        with suppress(InvalidSdistFilename, InvalidVersion):
            return parse_sdist_filename(self.filename)[1]
        return None


class Status(msgspec.Struct, frozen=True):
    """What its authors, or the registry, say of a whole project."""

    status: str = "active"
    reason: str = ""


class Project(msgspec.Struct, frozen=True, rename="kebab"):
    """A project's page."""

    files: tuple[File, ...]
    project_status: Status = Status()

    def last_release(self) -> datetime:
        dates = [file.upload_time for file in self.files if file.upload_time and not file.yanked]
        if not dates:
            raise CannotAsk("the package registry that pip is set up for does not say when something was released")
        return max(dates)


# --------------------------------------------------------------------------- what is asked about


def direct() -> list[str]:
    """The names in `pyproject.toml`, however optional, but for our own."""
    content = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = content["project"]
    groups = [content["build-system"]["requires"], project["dependencies"], *project["optional-dependencies"].values()]
    names = {canonicalize_name(Requirement(text).name) for group in groups for text in group}
    return sorted(names - {project["name"]})


def pins() -> dict[str, list[str]]:
    """What `constraints.txt` pins a name to, for whichever Python."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            its = Requirement(line)
            found[canonicalize_name(its.name)] += [pin.version for pin in its.specifier]
    return found


# --------------------------------------------------------------------------- asking


class Registry:
    """Where pip looks for packages, as it is set up on this machine."""

    def __init__(self) -> None:
        self._pages = [page for page in _pages_of("pip") if page.startswith("http")]
        if not self._pages:
            raise CannotAsk("pip is set up for no package registry that can be asked over the network")
        authorities = os.environ.get("PIP_CERT") or _pip("config", "get", "global.cert").stdout.strip()
        self._trust = ssl.create_default_context(cafile=authorities or None)

    def project(self, name: str) -> Project:
        """What it says of a project; `CannotAsk` where no registry has a word for us."""
        problems = []
        for page in self._pages:
            try:
                return self._read(page.removesuffix("pip/") + name + "/")
            except (OSError, msgspec.DecodeError) as error:
                problems.append(f"{type(error).__name__}: {error}")
        raise CannotAsk(f"no package registry that pip is set up for tells about {name} ({'; '.join(problems)})")

    def _read(self, page: str) -> Project:
        request = urllib.request.Request(page, headers={"Accept": _JSON})
        with urllib.request.urlopen(request, timeout=_SECONDS, context=self._trust) as answer:
            return msgspec.json.decode(answer.read(), type=Project)


def _pages_of(name: str) -> list[str]:
    """Where pip would look for a package: it says so when it is asked to talk much."""
    said = _pip("-vv", "index", "versions", name)
    return re.findall(r"^\* (\S+)$", said.stdout + said.stderr, re.MULTILINE)


def _pip(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pip", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=10 * _SECONDS, check=False)


# --------------------------------------------------------------------------- judging


def complaints(name: str, pinned: list[str], project: Project, today: datetime) -> Iterator[str]:
    """Why we should no longer depend on it, or not on that version; as a rule nothing."""
    status = project.project_status
    if status.status != "active":
        yield f"{name} is {status.status}" + f": {status.reason}" * bool(status.reason)
    if today - (last := project.last_release()) > LONGEST:
        yield f"{name} has had no release since {last:%Y-%m-%d}"
    if _INACTIVE in _classifiers(name):
        yield f"{name} calls itself inactive"
    for version in pinned:
        files = [file for file in project.files if file.version == Version(version)]
        if not files:
            yield f"{name} {version} is pinned, and is not there any more"
        elif all(file.yanked for file in files):
            yield f"{name} {version} is pinned, and is yanked" + f": {files[0].yanked}" * isinstance(
                files[0].yanked, str
            )


def _classifiers(name: str) -> list[str]:
    try:
        return metadata.metadata(name).get_all("Classifier") or []
    except metadata.PackageNotFoundError:
        return []


def main() -> int:
    """One line a dependency; 1 where one is not kept, or nothing is known."""
    bad = 0
    try:
        registry, versions, today = Registry(), pins(), datetime.now(UTC)
        for name in direct():
            project = registry.project(name)
            found = list(complaints(name, versions[name], project, today))
            bad += bool(found)
            state = "; ".join(found) or "kept"
            print(f"{name:<16} {' '.join(versions[name]):<18} last release {project.last_release():%Y-%m-%d}  {state}")
    except CannotAsk as reason:
        print(f"Nothing is known about the dependencies: {reason}.", file=sys.stderr)
        return 1
    print("All of them are kept." if not bad else f"{bad} should be replaced, or pinned to another version.")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
