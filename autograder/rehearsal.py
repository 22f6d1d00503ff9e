"""The checks once on the course's own solution, so that JAX's single operations are compiled before the class comes.

What was compiled lies in a folder that workers may read and never write.  Only JAX's own operations are kept there:
a program that bears a name from the page could be a piece of a solution.  All of it is a convenience: without the
folder everything is right, and slower.
"""

from __future__ import annotations

import ast
import contextlib
import functools
import hashlib
import os
import re
from contextlib import AbstractContextManager
from pathlib import Path

from autograder.kit import Kit
from autograder.model import Environment
from autograder.scratch import clear, scratch

_PROGRAM = re.compile(r"jit_(?P<name>\w+?)-[0-9a-f]{16,}-\w+")
_WORKSHOP = "rehearsal-"
# What JAX calls a program made of a nameless function, or of a function made on the way.
_NAMELESS = {"_lambda_", "_lambda", "", "f", "fun", "func", "wrapped", "unnamed_function", "unnamed_wrapped_function"}


class Programs:
    """The folder of compiled operations for one set of versions, and which units have filled it."""

    def __init__(self, environment: Environment) -> None:
        key = (environment.python, environment.jax, environment.jaxlib, environment.numpy, _processor())
        digest = hashlib.sha256(repr(key).encode()).hexdigest()[:16]
        self.folder = _cache_folder() / "programs" / digest

    def has(self, kit: Kit) -> bool:
        """Whether this unit's checks have been rehearsed."""
        return self._mark(kit).is_file()

    def usable(self) -> Path | None:
        """The folder, made where it is not there yet; `None` when it is not ours alone to write."""
        try:
            self._make_folder()
            status = self.folder.stat()
        except OSError:
            return None
        ours = not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & 0o022)
        return self.folder if ours else None

    def keep(self, kit: Kit, filled: Path) -> None:
        """Take over what a rehearsal compiled, each file at once or not at all."""
        with contextlib.suppress(OSError):
            self._make_folder()
            private = names_of(kit)
            for file in sorted(filled.iterdir()):
                if is_operation(file.name, private):
                    file.chmod(0o644)
                    os.replace(file, self.folder / file.name)
            self._mark(kit).touch(mode=0o600)

    def workshop(self) -> AbstractContextManager[Path]:
        """An empty folder on the same disk, for a rehearsal to fill."""
        self._make_folder()
        return scratch(_WORKSHOP, self.folder.parent)

    def tidy(self) -> None:
        """Remove the folders of rehearsals that were killed."""
        clear(_WORKSHOP, self.folder.parent)

    def _make_folder(self) -> None:
        self.folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.folder.mkdir(exist_ok=True, mode=0o755)

    def _mark(self, kit: Kit) -> Path:
        return self.folder.parent / f"{self.folder.name}-{kit.fingerprint[:32]}"


class Sound:
    """The units all of whose checks the course's own solution has passed behind this wall, since the machine started.

    Noted beside the folder of programs where there is one, so that other slots and the next run need not ask again.
    """

    def __init__(self, tier: str, programs: Path | None) -> None:
        self._tier = tier
        self._programs = programs
        self._known: set[str] = set()

    def __contains__(self, kit: Kit) -> bool:
        if kit.fingerprint not in self._known and (mark := self._mark(kit)) is not None:
            with contextlib.suppress(OSError, ValueError):
                if mark.read_text(encoding="ascii") == _start_of_this_machine():
                    self._known.add(kit.fingerprint)
        return kit.fingerprint in self._known

    def add(self, kit: Kit) -> None:
        self._known.add(kit.fingerprint)
        if (mark := self._mark(kit)) is not None:
            with contextlib.suppress(OSError):
                mark.write_text(_start_of_this_machine(), encoding="ascii")

    def _mark(self, kit: Kit) -> Path | None:
        if self._programs is None or not _start_of_this_machine():
            return None
        return self._programs.parent / f"{self._programs.name}-{kit.fingerprint[:32]}-{self._tier}"


def names_of(kit: Kit) -> frozenset[str]:
    """Every name of a function or variable on the page: a compiled program of that name may be the author's."""
    names: set[str] = set()
    for cell in kit.page.cells:
        if cell.role != "markdown":
            for node in ast.walk(ast.parse(cell.source)):
                match node:
                    case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.Name(id=name, ctx=ast.Store()):
                        names.add(name)
    return frozenset(names)


def is_operation(file: str, private: frozenset[str]) -> bool:
    """Whether a file of JAX's cache is a program of JAX's own, to be read by anyone."""
    match = _PROGRAM.fullmatch(file)
    return match is not None and match["name"] not in private | _NAMELESS


def _cache_folder() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "jax101")


@functools.cache
def _start_of_this_machine() -> str:
    """A name for it, which nobody else has had; empty where there is none."""
    with contextlib.suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    return ""


def _processor() -> str:
    # Programs are compiled for the very processor they run on.
    with contextlib.suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith(("flags", "Features")):
                return hashlib.sha256(line.encode()).hexdigest()
    return os.uname().machine if hasattr(os, "uname") else ""
