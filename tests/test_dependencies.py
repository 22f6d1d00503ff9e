"""A dependency that its authors have given up is found out, and where nobody can be asked that is said."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests import dependencies
from tests.dependencies import CannotAsk, Registry, complaints

TODAY = datetime(2026, 6, 1, tzinfo=UTC)
DEAD = {
    "kept": {"files": [("kept-1.0.tar.gz", 2020, False), ("kept-1.1-py3-none-any.whl", 2026, False)]},
    "taken-back": {
        "files": [("taken_back-1.1.tar.gz", 2026, "breaks on Tuesdays"), ("taken_back-1.2.zip", 2026, False)]
    },
    "gone": {"files": [("gone-1.2.tar.gz", 2026, False)]},
    "asleep": {"files": [("asleep-1.1.tar.gz", 2020, False), ("asleep-1.2.tar.gz", 2026, True)]},
    "archived": {"files": [("archived-1.1.tar.gz", 2026, False)], "project-status": {"status": "archived"}},
    "dateless": {"files": [("dateless-1.1.tar.gz", None, False)]},
}
SAYS = {
    "kept": [],
    "taken-back": ["taken-back 1.1 is pinned, and is yanked: breaks on Tuesdays"],
    "gone": ["gone 1.1 is pinned, and is not there any more"],
    "asleep": ["asleep has had no release since 2020-01-01"],
    "archived": ["archived is archived"],
}


class Shelf(BaseHTTPRequestHandler):
    """A small registry that answers as the large ones do."""

    def do_GET(self) -> None:
        name = self.path.strip("/")
        page = {"meta": {"api-version": "1.4"}, "name": name, **DEAD.get(name, {"files": []})}
        page["files"] = [self._file(*file) for file in page["files"]]
        body = json.dumps(page).encode()
        self.send_response(200 if name in DEAD or name == "pip" else 404)
        self.send_header("Content-Type", "application/vnd.pypi.simple.v1+json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    @staticmethod
    def _file(name: str, year: int | None, yanked: bool | str) -> dict[str, object]:
        dated = {"upload-time": f"{year}-01-01T00:00:00.000000Z"} if year else {}
        return {"filename": name, "url": name, "hashes": {}, "yanked": yanked, **dated}

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """pip as on a machine where nobody has set it up, and quick to give up."""
    for name, value in {"CONFIG_FILE": "/dev/null", "FIND_LINKS": "", "EXTRA_INDEX_URL": "", "RETRIES": "0"}.items():
        monkeypatch.setenv(f"PIP_{name}", value)


@pytest.fixture
def shelf(alone: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Registry]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Shelf)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{server.server_port}")
    yield Registry()
    server.shutdown()
    thread.join()
    server.server_close()


def test_what_is_wrong_with_a_project_is_said(shelf: Registry) -> None:
    said = {name: list(complaints(name, ["1.1"], shelf.project(name), TODAY)) for name in SAYS}
    assert said == SAYS


def test_what_a_registry_does_not_tell_is_not_taken_for_good(shelf: Registry) -> None:
    with pytest.raises(CannotAsk, match="does not say when"):
        list(complaints("dateless", ["1.1"], shelf.project("dateless"), TODAY))
    with pytest.raises(CannotAsk, match="tells about unheard-of"):
        shelf.project("unheard-of")


def test_one_that_is_not_kept_ends_with_1(
    shelf: Registry, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dependencies, "direct", lambda: ["archived", "kept"])
    monkeypatch.setattr(dependencies, "pins", lambda: {"archived": ["1.1"], "kept": ["1.1"]})
    assert dependencies.main() == 1
    assert capsys.readouterr().out.endswith("1 should be replaced, or pinned to another version.\n")


def test_a_registry_that_cannot_be_reached_is_a_sentence(
    alone: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9")
    assert dependencies.main() == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("Nothing is known about the dependencies: no package registry that pip is set up for")
    assert said.err.count("\n") == 1
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    assert dependencies.main() == 1
    assert "pip is set up for no package registry" in capsys.readouterr().err


def test_every_direct_dependency_is_asked_about() -> None:
    asked, pinned = dependencies.direct(), dependencies.pins()
    assert {"jax", "msgspec", "nbgrader", "hatchling", "pytest-xdist"} <= {*asked}
    assert "jax101" not in asked
    assert all(pinned[name] for name in asked)


# --------------------------------------------------------------------------- the real registry


@pytest.fixture(scope="module")
def registry() -> Registry:
    try:
        registry = Registry()
        registry.project("pytest")
    except CannotAsk as reason:
        pytest.skip(f"NOT ASKED whether dependencies are kept: {reason}")
    return registry


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("name", dependencies.direct())
def test_a_dependency_is_kept(registry: Registry, name: str) -> None:
    assert not list(complaints(name, dependencies.pins()[name], registry.project(name), datetime.now(UTC)))


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "version", "why"), [("nose", "1.3.7", "no release since"), ("requests", "2.32.0", "yanked")]
)
def test_one_that_is_not_is_found_out(registry: Registry, name: str, version: str, why: str) -> None:
    assert any(why in each for each in complaints(name, [version], registry.project(name), datetime.now(UTC)))
