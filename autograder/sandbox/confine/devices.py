"""Accelerators: what of its driver an evaluator may touch, by the name that JAX has for the platform.

Nothing here is for a worker.  Taken from the drivers' public headers; where a driver asks for more, the evaluator
does not start, and says so.
"""

from __future__ import annotations

import glob
from typing import NamedTuple


class Driver(NamedTuple):
    """`nodes`: patterns of device files.  Its ioctls: those whose number has a type of `kinds`, and `numbers`."""

    nodes: tuple[str, ...]
    kinds: tuple[str, ...]
    numbers: tuple[int, ...] = ()


_UVM = (*range(1, 128), 0x30000001, 0x30000002)  # NVIDIA's unified memory has bare numbers instead of a type
_DRIVERS = {
    "cuda": Driver(("/dev/nvidiactl", "/dev/nvidia-uvm", "/dev/nvidia[0-9]*", "/dev/nvidia-caps/*"), ("F",), _UVM),
    "tpu": Driver(("/dev/accel*", "/dev/vfio/*"), (";", "\xdc")),
}


def driver(platform: str) -> Driver | None:
    """What there is to touch; `None` for a platform that needs no driver, such as "cpu"."""
    return _DRIVERS.get(platform)


def nodes(platform: str) -> tuple[str, ...]:
    """The device files of this machine for a platform."""
    found = driver(platform)
    return tuple(sorted(path for pattern in found.nodes for path in glob.glob(pattern))) if found else ()
