"""The corpus: a file is an attack, and its first lines say what it wants.

    # wants: points for `twice` from an object that is equal to everything
    # holds: only numbers cross; an object is the name of its type
    # weaken: process
    # earns: 1                   (points that it earns honestly; none where it is left out)
    # status: ungradable         (where it is no submission at all)
    # ends: crashed              (how a check of its must end)

`weaken` names the build in which the attack succeeds: `process`, `wall` or one of `weakened.WEAKENINGS`; `none` is
followed by the reason why there can be no such build.
In the folder `intake` a file is a script with `hand_in(folder)`, which lays out what is handed in.

An attack goes as far as it takes to know that it would have succeeded, and no further: signal 0, one fork, one byte.
What it got hold of it says in an exception whose text begins with REACHED.
"""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import NamedTuple

CASES = Path(__file__).with_name("cases")
REACHED = "RuntimeError: REACHED"  # as a message tells it; a quoted line of the attack has no colon there
_FIELD = re.compile(r"^# (wants|holds|weaken|earns|status|ends): (.+)$", re.MULTILINE)


# A few of each kind that take no time, for every run of the tests.
QUICK = (
    "forge/patch_allclose", "forge/exit_zero", "objects/equal_to_everything", "objects/array_protocol", "numbers/nan",
    "numbers/broadcast", "numbers/empty", "steal/hidden_checks", "steal/neighbours_file", "steal/hidden_circle",
    "steal/graders_memory", "escape/fork", "escape/network", "escape/kill_everyone", "escape/limits_of_the_grader",
    "escape/io_uring", "escape/out_of_band", "exhaust/memory", "exhaust/fork_bomb", "intake/zip_bomb",
    "intake/link_to_the_solution", "intake/conftest", "protocol/half_true", "protocol/endless_axis",
    "leak/quoted_line", "leak/function_name", "leak/exception_text", "show/escape_sequences", "show/long_message",
)  # fmt: skip


class Attack(NamedTuple):
    """One submission that wants something."""

    path: Path
    wants: str
    holds: str
    weaken: str
    earns: float
    status: str
    ends: str

    @property
    def kind(self) -> str:
        return self.path.parent.name

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.path.stem}"

    @property
    def is_quick(self) -> bool:
        return f"{self.kind}/{self.path.stem}" in QUICK

    def hand_in(self, folder: Path) -> None:
        """Lay out what this attack hands in, as `<folder>/01_target/…`."""
        unit = folder / "01_target"
        unit.mkdir(parents=True)
        if self.kind == "intake":
            runpy.run_path(str(self.path))["hand_in"](unit)
        else:
            (unit / "target.py").write_bytes(self.path.read_bytes())


def attacks() -> list[Attack]:
    """All of them, by kind and name."""
    return [_read(path) for path in sorted(CASES.glob("*/*.py"))]


def _read(path: Path) -> Attack:
    said = dict(_FIELD.findall(path.read_text(encoding="utf-8")))
    return Attack(
        path=path,
        wants=said["wants"],
        holds=said["holds"],
        weaken=said["weaken"],
        earns=float(said.get("earns", 0)),
        status=said.get("status", "graded"),
        ends=said.get("ends", ""),
    )
