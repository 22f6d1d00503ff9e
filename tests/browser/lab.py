"""JupyterLab as a person uses it: open a notebook, type into a cell, run it, read what it shows."""

from __future__ import annotations

import math
import re
import time
from pathlib import Path
from typing import Any, Literal

IDLE = "document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook-ExecutionIndicator')?.dataset.status"
PATIENCE = 120_000  # milliseconds for anything a kernel does, on a machine that has other work


class Lab:
    """One page of a browser with JupyterLab in it."""

    def __init__(self, page: Any, url: str, token: str, screenshots: Path) -> None:
        self.page = page
        self._url = url
        self._token = token
        self._screenshots = screenshots
        page.set_default_timeout(PATIENCE)

    # ------------------------------------------------------------------ notebooks

    def open(self, path: str) -> None:
        """Open a notebook, and wait for its last cell (they come one by one) and for its kernel."""
        self.start(f"tree/{path}")
        saved = self.page.request.get(f"{self._url}/../api/contents/{path}?token={self._token}").json()
        code = sum(cell["cell_type"] == "code" for cell in saved["content"]["cells"])
        self.page.wait_for_function(
            "code => document.querySelectorAll('.jp-Notebook .jp-CodeCell .cm-content').length === code", arg=code
        )
        self.wait_idle()
        self.page.locator(".jp-Notebook .jp-CodeCell .jp-InputPrompt").first.click()  # menus are now about this one

    def start(self, place: str = "") -> None:
        """Open JupyterLab with nothing, or one file, open in it."""
        self.page.goto(f"{self._url}/{place}?reset&token={self._token}")
        self.page.locator("#jp-menu-panel").wait_for()

    def wait_idle(self) -> None:
        """Until the kernel has nothing to do and no cell waits for it."""
        self.page.wait_for_function(f"{IDLE} === 'idle'")
        self.page.wait_for_function(
            "![...document.querySelectorAll('.jp-InputPrompt')].some(each => each.textContent.includes('*'))"
        )

    def cell(self, start: str) -> Cell:
        """The code cell one of whose lines begins with this text, once it is there."""
        pattern = re.compile(rf"^{re.escape(start)}", re.MULTILINE)
        code = self.page.locator(".jp-Notebook .jp-CodeCell")
        until = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < until:
            texts = code.evaluate_all("all => all.map(each => each.querySelector('.cm-content')?.innerText ?? '')")
            for place, text in enumerate(texts):
                if pattern.search(text):
                    return Cell(self, code.nth(place))
            self.page.wait_for_timeout(200)  # a long notebook comes cell by cell
        raise AssertionError(f"no cell begins with {start!r}")

    def menu(self, *names: str) -> None:
        """Choose from the menu bar, and from menus in menus."""
        self.page.locator(".lm-MenuBar-itemLabel", has_text=re.compile(f"^{names[0]}$")).click()
        for name in names[1:]:
            self.page.locator(".lm-Menu-itemLabel", has_text=re.compile(f"^{re.escape(name)}$")).first.click()

    def run_all(self) -> None:
        """Run → Run All Cells, until the last one that runs has its number."""
        before = self._prompts()
        until = time.monotonic() + PATIENCE / 1000
        pressed = -math.inf
        while (now := self._prompts()) == before or any("*" in prompt for prompt in now):
            assert time.monotonic() < until, f"still running: {now}"
            if now == before and time.monotonic() - pressed > 10:  # a menu does nothing while JupyterLab still settles
                self.menu("Run", "Run All Cells")
                pressed = time.monotonic()
            self.page.wait_for_timeout(100)
        self.wait_idle()

    def _prompts(self) -> list[str]:
        return [str(text) for text in self.page.locator(".jp-Notebook .jp-InputPrompt").all_inner_texts()]

    def validate(self, name: str) -> str:
        """Press nbgrader's button, keep a picture of its dialog and return what that says."""
        self.page.get_by_role("button", name="Validate").click()
        dialog = self.page.locator(".jp-Dialog")
        dialog.wait_for()
        text = str(dialog.inner_text())
        self.screenshot(name)
        dialog.locator("button.jp-mod-accept").click()
        return text

    # ------------------------------------------------------------------ looks

    def theme(self, name: Literal["Light", "Dark"]) -> None:
        """Choose JupyterLab's theme, as Settings → Theme does."""
        self.menu("Settings", "Theme", f"JupyterLab {name}")
        self.page.wait_for_selector(
            f"body[data-jp-theme-light='{'true' if name == 'Light' else 'false'}']", state="attached"
        )

    def screenshot(self, name: str, at: Cell | None = None) -> Path:
        """Keep the whole window, scrolled to a cell."""
        if at is not None:
            at.place.evaluate("cell => cell.scrollIntoView({block: 'start'})")
        path = self._screenshots / f"{name}.png"
        self.page.screenshot(path=path)
        return path

    def picture(self, name: str, cell: Cell) -> Path:
        """Keep what a cell shows, all of it: the window is as high as it takes."""
        path = self._screenshots / f"{name}.png"
        window = self.page.viewport_size
        self.page.set_viewport_size({**window, "height": int(cell.output.bounding_box()["height"]) + 400})
        cell.output.screenshot(path=path)
        self.page.set_viewport_size(window)
        return path


class Cell:
    """A code cell on the page."""

    def __init__(self, lab: Lab, place: Any) -> None:
        self._lab = lab
        self.place = place

    @property
    def output(self) -> Any:
        return self.place.locator(".jp-Cell-outputArea")

    @property
    def source(self) -> str:
        """Its code."""
        return str(
            self.place.locator(".cm-content").evaluate("each => (each.cmTile ?? each.cmView).view.state.doc.toString()")
        )

    @property
    def text(self) -> str:
        """What it shows below its code, but for an error."""
        shown = self.output.locator(".jp-OutputArea-output:not([data-mime-type$='stderr'])").all_inner_texts()
        return re.sub(r"\n\s*\n*", "\n", "\n".join(shown)).strip()

    @property
    def error(self) -> str:
        """The error that stopped it."""
        return "".join(self.output.locator("[data-mime-type$='stderr']").all_inner_texts()).strip()

    @property
    def number(self) -> str:
        """What stands beside it: `[3]:`, `[*]:` or `[ ]:`."""
        return str(self.place.locator(".jp-InputPrompt").first.inner_text()).strip()

    def write(self, source: str) -> None:
        """Replace its code, as with one paste."""
        self.place.locator(".cm-content").click()
        self._keys.press("Control+a")
        self._keys.insert_text(source)

    def replace_end(self, end: str, lines: int, text: str) -> None:
        """Mark the last lines, which end so, and type over them, key by key."""
        assert self.source.rstrip().endswith(end.strip())
        self.place.locator(".cm-content").click()
        self._keys.press("Control+End")
        for _ in range(lines - 1):
            self._keys.press("Shift+ArrowUp")
        self._keys.press("Shift+Home")
        self._keys.type(text)

    def below(self, source: str) -> Cell:
        """A new cell below it."""
        self.place.locator(".jp-InputPrompt").first.click()
        self._keys.press("b")
        new = Cell(self._lab, self._lab.page.locator(".jp-Notebook .jp-CodeCell.jp-mod-active"))
        new.write(source)
        return self._lab.cell(source)

    def run(self) -> str:
        """Press Shift+Enter in it, wait for its end and return what it shows."""
        before = self.number
        self.place.locator(".jp-InputPrompt").first.click()
        self._keys.press("Shift+Enter")
        prompt = self.place.locator(".jp-InputPrompt").first.element_handle()
        self._lab.page.wait_for_function(
            "([prompt, before]) => /\\[\\d+\\]/.test(prompt.textContent) && prompt.textContent.trim() !== before",
            arg=[prompt, before],
        )
        self._lab.wait_idle()
        return self.text

    @property
    def _keys(self) -> Any:
        return self._lab.page.keyboard
