"""The reports as one JSON list, each exactly as it is stored."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.model import Report
from autograder.sinks.shared import ordered
from autograder.text import to_json


def render(reports: Sequence[Report]) -> str:
    return to_json(ordered(reports))
