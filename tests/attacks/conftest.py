"""A folder that another user can use."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def home() -> Iterator[Path]:
    """pytest's own folders lie in one that is closed to others."""
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="jax101-home-") as folder:
        os.chmod(folder, 0o777)
        yield Path(folder)
