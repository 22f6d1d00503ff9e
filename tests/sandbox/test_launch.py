"""How a zygote is started."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from autograder.sandbox import launch


def test_a_lock_that_a_killed_process_left_on_the_fonts_is_removed_and_a_fresh_one_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = Path(launch.font_cache())
    for name, age in (("left", 600), ("fresh", 1)):
        (folder / f"{name}.matplotlib-lock").touch()
        os.utime(folder / f"{name}.matplotlib-lock", (time.time() - age,) * 2)
    (folder / "fontlist.json").touch()
    assert launch.font_cache() == str(folder)
    assert sorted(path.name for path in folder.iterdir()) == ["fontlist.json", "fresh.matplotlib-lock"]
