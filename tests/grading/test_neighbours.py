"""Which functions of the reference may stand in for which of the student's."""

from __future__ import annotations

import time

import pytest

from autograder.checking.run import Finding, Session
from autograder.model import Cell, CheckSpec, Limits, Program, Task, Unit
from autograder.neighbours import Neighbourhood

UNIT = Unit(
    id="u",
    title="U",
    notebook="u",
    tasks=tuple(Task(id=name, title=name, points=1, hints=("h",), limits=Limits()) for name in ("a", "b", "c")),
    limits=Limits(),
)


def stand_ins(code: str, task: str) -> tuple[str, ...]:
    program = Program(module="m", provided=(), cells=(Cell(name="u.py", source=code),))
    return Neighbourhood(program, UNIT).stand_ins(task)


def test_neighbours_that_do_not_need_the_task_are_stood_in_for() -> None:
    code = "def a(x): return x\ndef b(x): return a(x)\ndef c(x): return b(x)\n"
    assert [stand_ins(code, task) for task in "abc"] == [(), ("a",), ("a", "b")]


def test_a_task_may_use_a_later_one() -> None:
    assert stand_ins("def a(x): return c(x)[0]\ndef c(x): return x, x\n", "a") == ("c",)
    assert stand_ins("def a(x): return c(x)[0]\ndef c(x): return x, x\n", "b") == ("c", "a")


@pytest.mark.parametrize(
    "code",
    [
        "def a(x): return b(x)\ndef b(x): return a(x)",
        "def a(x): return b(x)\ndef h(x): return a(x)\ndef b(x): return h(x)",
        "def a(x): return b(x)\nb = lambda x: a(x)",
        "import functools\ndef a(x): return b(x)\nb = functools.partial(lambda f, x: f(x), a)",
        "def a(x): return b(x)\nt = {}\nt['f'] = a\ndef b(x): return t['f'](x)",
        "def a(x): return b(x)\nt = {}\nt.update(f=a)\ndef b(x): return t['f'](x)",
        "def a(x): return b(x)\nclass K: pass\nK.f = a\ndef b(x): return K.f(x)",
        "def a(x): return b(x)\n@(lambda g: a)\ndef b(x): pass",
        "def a(x): return b(x)\ndef b(x, f=a): return f(x)",
        "f = None\ndef set_f():\n    global f\n    f = a\ndef a(x): return b(x)\ndef b(x): return f(x)",
    ],
)
def test_a_circle_is_seen(code: str) -> None:
    assert "b" not in stand_ins(code, "a")
    assert "a" not in stand_ins(code, "b")


@pytest.mark.parametrize(
    "reach",
    [
        "operator.attrgetter('__glo' + 'bals__')(b)['' + 'a'](x)",
        "pkgutil.resolve_name('m:a')(x)",
        "pickle.loads(b'cm\\na\\n.')(x)",
        "table[0](x)",
        "other[0](x)",
    ],
)
def test_a_circle_that_nobody_sees_earns_nothing(reach: str) -> None:
    code = (
        "import operator, pickle, pkgutil\ntable, other = [], []\n"
        "def keep(f):\n    other.append(f)\n"
        f"def a(x): return b(x)\ndef b(x): return {reach}\n"
        "list.append(table, a)\n_ = keep(a)\n"
    )
    assert "a" not in stand_ins(code, "b") or "b" not in stand_ins(code, "a")


def test_a_hostile_program_is_read_in_linear_time() -> None:
    names = "=".join(f"a{i}" for i in range(20_000))
    assert stand_ins(f"{names} = [{names.replace('=', ',')}]\ndef b(x): return a7\n", "b") == ("a",)
    assert stand_ins('"""\nimport ' + "a" * 400_000 + '!\n"""' + "\n" * 400_000, "a") == ()


def test_an_f_string_of_many_fields_is_left_unread() -> None:
    started = time.process_time()
    assert stand_ins(f"def b(x): return a(x), f'{'{x}' * 300_000}'\ndef a(x): return x\n", "b") == ("a",)
    assert time.process_time() - started < 5


def test_a_local_name_is_not_the_modules() -> None:
    # Demo code under the functions, as in every notebook: `theta` there is not the parameter `theta`.
    code = "def a(theta): return theta\ndef b(theta): return a(theta)\ntheta, losses = b(1.0)\nlosses[0] = a(2.0)\n"
    assert stand_ins(code, "b") == ("a",)


def test_behind_a_back_door_only_earlier_tasks_stand_in() -> None:
    assert stand_ins("def a(x): return globals()[chr(98)](x)\ndef b(x): return a(x)", "b") == ("a",)
    assert stand_ins("def a(x): return globals()[chr(98)](x)\ndef b(x): return a(x)", "a") == ()


def test_broken_code_is_no_reason_to_stop() -> None:
    assert stand_ins("def b(x)\n return a", "b") == ("a",)
    assert stand_ins("return 3\n" + "x = " + "(" * 50 + ")" * 50, "c") == ("a", "b")


def test_what_is_nested_too_deeply_to_be_read_is_a_back_door() -> None:
    deep = "+".join(["1"] * 700)
    assert stand_ins(f"def a(x): return b(x, {deep})\ndef b(x, y=0): return a(x)\ndef c(x): return x\n", "a") == ()


def session(**outcomes: str) -> Session:
    specs = tuple(CheckSpec(check=f"{name}_1", task=name, title="t", points=1, hidden=False) for name in "abc")
    return Session(specs, {f"{name}_1": Finding(outcomes.get(name, "passed")) for name in "abc"})  # type: ignore[arg-type]


def matter(code: str, task: str, **outcomes: str) -> bool:
    program = Program(module="m", provided=(), cells=(Cell(name="u.py", source=code),))
    return Neighbourhood(program, UNIT).matter(task, session(**outcomes))


def test_a_second_look_is_due_when_a_task_it_calls_failed() -> None:
    code = "def a(x): return x\ndef h(x): return a(x)\ndef b(x): return h(x)\ndef c(x): return x\n"
    assert matter(code, "b", a="failed", b="failed")
    assert not matter(code, "b", b="failed")
    assert not matter(code, "c", a="failed", c="failed")


@pytest.mark.parametrize(
    "code",
    [
        "table = []\ndef keep(f):\n    table.append(f)\n    return f\n"
        "@keep\ndef a(x): return x\ndef b(x): return table[0](x)",
        "table = []\ndef keep(f):\n    table.append(f)\ndef a(x): return x\nkeep(a)\ndef b(x): return table[0](x)",
        "import functools\ndef a(x): return x\nf = functools.partial(a)\ndef b(x): return f(x)",
        "table = {}\ndef a(x): return x\ntable['a'] = a\ndef b(x): return table['a'](x)",
        "def a(x): return x\ndef b(x): return globals()['a'](x)",
        "def a(x): return x\nclass K:\n    f = a\ndef b(x): return K.f(x)",
    ],
)
def test_a_task_that_is_reached_by_a_detour_matters(code: str) -> None:
    assert matter(code, "b", a="failed", b="failed")
