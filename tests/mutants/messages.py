"""`docs/messages.md`: what students are told, each message with a program that causes it.

Made from the wrong answers of the corpus: one for each thing that is said of a task by a public check.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from autograder.checking import misconceptions
from autograder.model import CheckResult
from tests.mutants.corpus import COURSE, Mutant, Verdict

PAGE = Path(__file__).parents[2] / "docs" / "messages.md"
_HEAD = """\
# What students are told

What the public checks say of the wrong answers in the corpus, each with a program that causes it. `make mutants` writes
this page from `tests/mutants/wrong/`; read it as a beginner would, and mend what does not say what happened, why, and
what to try. Of a hidden check students see its title and whether it passed.
"""


def write(verdicts: Iterable[tuple[Mutant, Verdict]]) -> None:
    """Write the page."""
    found = list(verdicts)
    parts = [_HEAD]
    for unit in COURSE.units:
        parts.append(f"\n## {unit.id} · {unit.title}\n")
        for task in unit.tasks:
            of_task = [(mutant, verdict) for mutant, verdict in found if mutant.tasks == (task.id,)]
            parts.append(f"\n### `{task.id}`\n")
            parts += _of_task(of_task)
    PAGE.write_text("".join(parts), encoding="utf-8")


def _of_task(found: Iterable[tuple[Mutant, Verdict]]) -> Iterator[str]:
    seen: set[str] = set()
    for mutant, verdict in found:
        check = next((check for check in verdict.failed if not check.hidden), None)
        if check is None or (kind := _kind(check)) in seen:
            continue
        seen.add(kind)
        code = "\n".join(line for line in mutant.source.strip().split("\n") if not line.startswith("# "))
        yield f"\n```python\n{code}\n```\n\n> ✗ **{check.title}** — {check.message}"
        yield (f"\n>\n> {check.hint}" if check.hint else "") + "\n"


def _kind(check: CheckResult) -> str:
    """Messages that differ in nothing but numbers, code and names are one."""
    if check.misconception and misconceptions.says(check.misconception):
        return check.misconception
    first = re.split(r",? but |: | \(", check.message)[0]
    return re.sub(r"`[^`]*`|[-+]?\d[\d.e+-]*|\[.*\]|'\w+'|\.\.\.|[\[\](), …]+", " ", first)
