"""How a zygote is started: an interpreter of its own that inherits nothing but one socket."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

# All a zygote is started with.  One thread each: slots share the cores, and a fork copies no threads.
_ENVIRONMENT = {
    "HOME": "/scratch",
    "TMPDIR": "/scratch",
    "LANG": "C.UTF-8",
    "PYTHONHASHSEED": "0",  # the order of a set is the same each time, and so is a report
    "PYTHONDONTWRITEBYTECODE": "1",
    "JAX_PLATFORMS": "cpu",
    "MPLBACKEND": "Agg",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}
# Not -I, which would ignore PYTHONHASHSEED: the environment is ours, -P and -s are the rest of -I.
_FONTS_SECONDS = 60.0  # more than a list of fonts takes to build
_BOOT = """
import sys
sys.path.insert(0, sys.argv[1])
from autograder.sandbox.zygote import main
main(*map(int, sys.argv[2:]))
"""


# Where a Python built with a shared library finds it, if it was told so from outside.
_PASSED_ON = ("LD_LIBRARY_PATH",)

# For a zygote of evaluators.  Memory is taken as it is needed, and at most half, since others may want the device too.
_ACCELERATED = {
    "XLA_PYTHON_CLIENT_PREALLOCATE": "false",
    "XLA_PYTHON_CLIENT_MEM_FRACTION": ".50",
    "CUDA_CACHE_DISABLE": "1",  # what is compiled stays in the process
}
_CHOICE = "CUDA_VISIBLE_DEVICES"  # yours, if you have chosen; else the first


def zygote(descriptor: int, platform: str = "cpu") -> subprocess.Popen[bytes]:
    """Start a zygote that listens on `descriptor`; JAX is to compute on `platform`."""
    package_parent = str(Path(__file__).resolve().parents[2])
    return subprocess.Popen(
        [sys.executable, "-P", "-s", "-B", "-c", _BOOT, package_parent, str(descriptor), str(os.getpid())],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env=environment(platform),
        pass_fds=(descriptor,),
        start_new_session=True,  # a Ctrl-C in the terminal is for us, not for it
    )


def environment(platform: str) -> dict[str, str]:
    """All that a zygote has of one."""
    passed_on = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    if platform == "cpu":
        return _ENVIRONMENT | passed_on
    choice = {_CHOICE: os.environ.get(_CHOICE, "0")} if platform == "cuda" else {}
    return _ENVIRONMENT | passed_on | _ACCELERATED | choice | {"JAX_PLATFORMS": platform}


def some_cpu() -> int | None:
    """One of the cores we may use, a different one for most processes."""
    if not hasattr(os, "sched_getaffinity"):
        return None
    cores = sorted(os.sched_getaffinity(0))
    return cores[os.getpid() % len(cores)]


def font_cache() -> str:
    """A folder of ours where Matplotlib keeps its list of fonts; empty where we cannot have one."""
    try:
        folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "jax101", "matplotlib")
        folder.mkdir(parents=True, exist_ok=True)
        for lock in folder.glob("*.matplotlib-lock"):  # Matplotlib's own; one that was killed leaves it to all others
            if time.time() - lock.stat().st_mtime > _FONTS_SECONDS:
                lock.unlink()
    except (OSError, RuntimeError):  # nowhere to write, or no home at all
        return ""
    return str(folder) if os.access(folder, os.W_OK) else ""
