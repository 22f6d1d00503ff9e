"""A real Jupyter server in a home of its own, and headless Chromium in front of it.

One server and one browser for a file of tests.  Playwright brings no browser: it drives the system's.
"""

from __future__ import annotations

import functools
import json
import os
import secrets
import shutil
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.lab import Lab

ROOT = Path(__file__).parents[2]
SCREENSHOTS = ROOT / "build" / "screenshots"
PATIENCE = 60.0  # seconds for a server to answer

# What a browser asks for at its first start, and what it tells its maker, is no part of a test.
CHROMIUM = (
    "--no-sandbox",  # which root cannot have, and which pages of our own do not need
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SETTINGS = {
    # What a person has clicked away long ago: a question about news.
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    # Every cell stays on the page, so that it can be found by its text wherever one has scrolled to.
    "notebook-extension/tracker": {"windowingMode": "none"},
}


@functools.cache
def chromium() -> str | None:
    """The browser's program."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = [item for item in items if item.path.is_relative_to(Path(__file__).parent)]
    for item in here:
        item.add_marker("browser")
        if chromium() is None:
            item.add_marker(pytest.mark.skip(reason=NO_BROWSER))
    if here and chromium() is None:
        warnings.warn(NO_BROWSER, stacklevel=1)


NO_BROWSER = (
    "NO BROWSER: the stories in JupyterLab were NOT TESTED. `apt-get install chromium`, or name one in CHROMIUM."
)


class Server:
    """A Jupyter server that knows nothing of the user's own: config, data, settings, history are in `home`."""

    def __init__(self, home: Path, work: Path, *arguments: str) -> None:
        self.work = work
        self.token = secrets.token_hex(16)
        self._log_path = home / "server.log"
        for name, values in SETTINGS.items():
            file = home / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(values), encoding="utf-8")
        places = {
            "HOME": home,
            "PATH": os.defpath,  # as where nothing is activated, and Jupyter is called by its path
            "JUPYTER_CONFIG_DIR": home / "config",
            "JUPYTER_DATA_DIR": home / "data",
            "JUPYTER_RUNTIME_DIR": home / "runtime",
            "JUPYTERLAB_SETTINGS_DIR": home / "settings",
            "JUPYTERLAB_WORKSPACES_DIR": home / "workspaces",
            "IPYTHONDIR": home / "ipython",
            "XDG_STATE_HOME": home / "state",
        }
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "PYTEST"))}
        with self._log_path.open("w") as log:
            self._process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
                    *("--ServerApp.ip=127.0.0.1", "--ServerApp.port=0", f"--ServerApp.root_dir={work}"),
                    *(f"--IdentityProvider.token={self.token}", *arguments),
                ],
                cwd=work,
                env={**kept, **{name: str(place) for name, place in places.items()}},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.url = str(self._answer(home / "runtime" / f"jpserver-{self._process.pid}.json")["url"])

    def _answer(self, file: Path) -> dict[str, Any]:
        """What the server says of itself when it is ready."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self._process.poll() is None:
            if file.is_file():
                try:
                    return dict(json.loads(file.read_text(encoding="utf-8")))
                except ValueError:
                    pass  # half written
            time.sleep(0.1)
        self.stop()
        raise AssertionError(f"the Jupyter server did not start:\n{self.log()}")

    def log(self) -> str:
        """What it has printed, for a test that fails."""
        return self._log_path.read_text(encoding="utf-8", errors="replace")

    def stop(self) -> None:
        """End it, and its kernels."""
        self._process.terminate()
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with nothing in it."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def work(home: Path) -> Path:
    """A student's fresh copy of the exercises."""
    command = [sys.executable, "-m", "autograder", "start", str(home / "work")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return home / "work"


@pytest.fixture(scope="module")
def server(home: Path, work: Path) -> Iterator[Server]:
    server = Server(home, work)
    yield server
    server.stop()


@pytest.fixture(scope="module")
def browser(home: Path) -> Iterator[Any]:
    """Chromium; for one module only, because Playwright's event loop would be in the way of others' in this process."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(CHROMIUM), env={"HOME": str(home)})
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def lab(browser: Any, server: Server) -> Iterator[Lab]:
    """JupyterLab, opened by a student."""
    page = browser.new_page(viewport={"width": 1280, "height": 1040})
    yield Lab(page, f"{server.url}lab", server.token, SCREENSHOTS)
    page.close()
