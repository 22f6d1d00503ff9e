"""The reports of a run until they have been shown, in little room: a class may have tens of thousands."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import NamedTuple, overload

import msgspec

from autograder import reports
from autograder.model import Report

_LEVEL = 1  # the quickest


class _Packed(NamedTuple):
    student: str
    unit: str
    data: bytes


class Kept(Sequence[Report]):
    """Each as it was written, and packed: whoever goes through them has one at a time unpacked."""

    def __init__(self) -> None:
        self._packed: list[_Packed] = []

    def add(self, report: Report) -> None:
        """One more."""
        self._packed.append(_Packed(report.student, report.unit, zlib.compress(reports.to_bytes(report), _LEVEL)))

    def sort(self) -> None:
        """By student, then unit."""
        self._packed.sort()

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, index: int) -> Report: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Report]: ...
    def __getitem__(self, index: int | slice) -> Report | Sequence[Report]:
        if isinstance(index, slice):
            return [self[number] for number in range(len(self))[index]]
        return msgspec.json.decode(zlib.decompress(self._packed[index].data), type=Report)
