"""The kinds of file a submission can be: the suffix, and who turns its bytes into cells."""

from __future__ import annotations

from collections.abc import Callable

from autograder.model import Unit
from autograder.readers import ipynb, py
from autograder.readers.cells import Passage

KINDS: dict[str, Callable[[bytes, str], list[Passage]]] = {".ipynb": ipynb.passages, ".py": py.passages}
ZIP = ".zip"  # holds one of them


def own_files(unit: Unit) -> list[str]:
    """The names that a unit's own file can have: `pure.ipynb`, `pure.py`."""
    return [f"{unit.notebook}{kind}" for kind in KINDS]
