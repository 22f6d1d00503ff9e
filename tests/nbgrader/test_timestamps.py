"""When something was handed in: a time is read as nbgrader reads it, and a student's text harms nobody."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

pytest.importorskip("nbgrader")
from nbgrader import utils  # type: ignore[import-untyped]

from autograder.nbgrader.timestamps import FILE, small_file, time_in, time_of

NOON = datetime(2026, 1, 2, 12, 0)


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-02 12:00:00.000000 UTC",
        "2026-01-02 12:00:00",
        "2026-01-02T12:00:00+00:00",
        "2026-01-02 12:00",
        "2 January 2026 12:00",
        "2026-01-02 13:00:00 Europe/Berlin",
        "2026-01-02 21:00:00 Asia/Tokyo",
    ],
)
def test_a_time_is_what_nbgrader_reads_it_as(text: str) -> None:
    assert time_in(text) == utils.parse_utc(text) == NOON


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2026-13-02 12:00:00",
        "0001-01-01 00:00:00 UTC",
        "9999-12-31 23:59:59 UTC",
        f"14:{'1' * 45}Jan:-14:00",
        "2026-01-02 12:00:00 " + "9" * 900,
        "2026-01-02 12:00:00 /etc/passwd",
        "2026-01-02 12:00:00 ../../../../etc/passwd",
        "2026-01-02 12:00:00 Europe/../../../../../etc/passwd",
    ],
)
def test_a_text_that_is_no_time_is_none(text: str) -> None:
    assert time_in(text) is None


def test_a_pipe_named_as_a_time_zone_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "zone")
    assert time_in(f"2026-01-02 12:00:00 {tmp_path / 'zone'}") is None  # whoever opens it waits for ever


def test_a_time_is_read_from_a_plain_file_and_nothing_else(tmp_path: Path) -> None:
    assert time_of(tmp_path) is None
    (tmp_path / FILE).write_text("2026-01-02 12:00:00 UTC\n")
    assert time_of(tmp_path) == NOON
    other = tmp_path / "other"
    other.mkdir()
    (other / FILE).symlink_to(tmp_path / FILE)
    assert time_of(other) is None
    (other / FILE).unlink()
    os.mkfifo(other / FILE)
    assert time_of(other) is None
    assert small_file(other) == b""
