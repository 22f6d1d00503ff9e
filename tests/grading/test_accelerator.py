"""One evaluator for the whole run: every slot has a line to it, and no slot feels another's programs."""

from __future__ import annotations

import os
import re
import signal
import threading
import time
from collections.abc import Iterator
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from autograder import accelerator, batch, pipes
from autograder.accelerator import TRACED, Accelerator, Answer, Line, look
from autograder.errors import DeviceUnavailable
from autograder.model import Course
from autograder.sandbox import launch, programs, wire
from autograder.sandbox.confine import devices
from autograder.sandbox.programs import Body, Sequence, Step
from autograder.sandbox.protocol import Array, Returned, Staged, Traced
from autograder.sandbox.tiers import best_tier
from tests.grading.conftest import RIGHT
from tests.grading.test_batch import bytes_of, grade_class, hand_in
from tests.mutants.corpus import unmarked
from tests.processes import children
from tests.sandbox.test_evaluator import DOUBLE, TURN, array, loop, staged

ENDLESS = loop(TURN, Body(1, (Step("eq", (-1, -1), {}, 1), Step("reduce_or", (1,), {"axes": Sequence((0,))}, 1)), (2,)))


@pytest.fixture
def running() -> Iterator[Accelerator]:
    with Accelerator(TRACED, best_tier()) as one:
        yield one


def doubled(line: Line, number: float, program: Body = DOUBLE) -> object:
    reply = line.compute(staged(program, array(number)))
    return wire.unpack(reply.value).tolist() if reply is not None and isinstance(reply.value, Array) else reply


# --------------------------------------------------------------------------- a class


def test_a_class_gets_the_same_verdicts_and_its_reports_say_where(course: Course, tmp_path: Path) -> None:
    wrong = RIGHT.replace("2 * x", "3 * x")
    submitted = hand_in(tmp_path, ada=RIGHT, bob=wrong, cleo=RIGHT, dan="import os\nos._exit(1)")
    traced, said = grade_class(course, submitted, tmp_path / "traced", device=TRACED)
    plain, nothing = grade_class(course, submitted, tmp_path / "plain")
    assert [report.environment.device for report in traced] == [TRACED] * 4
    for one, other in zip(traced, plain, strict=True):
        assert unmarked(one).tasks == other.tasks
    assert said.use is not None
    assert said.use.device == TRACED
    assert said.use.asked > said.use.different > 0  # the same programs of ada and cleo were compiled once
    assert said.use.holds is not None
    assert said.use.holds.platform == "cpu"
    assert nothing.use is None
    assert b'"device": "cpu"\n' not in b"".join(bytes_of(tmp_path / "plain").values())
    grade_class(course, submitted, tmp_path / "again", device=TRACED, jobs=1)
    assert bytes_of(tmp_path / "again") == bytes_of(tmp_path / "traced")


def test_a_report_of_one_device_is_none_of_another(course: Course, tmp_path: Path) -> None:
    submitted = hand_in(tmp_path, ada=RIGHT)
    grade_class(course, submitted, tmp_path / "out")
    assert grade_class(course, submitted, tmp_path / "out", device=TRACED)[1].kept == 0
    assert grade_class(course, submitted, tmp_path / "out", device=TRACED)[1].kept == 1


# --------------------------------------------------------------------------- lines


def test_equal_programs_of_two_slots_are_compiled_once(running: Accelerator) -> None:
    lines = [Line(running.line()), Line(running.line())]
    assert [doubled(line, number) for line in lines for number in (1.0, 2.5)] == [[2.0], [5.0], [2.0], [5.0]]
    use = running.use()
    assert (use.asked, use.different) == (4, 1)


def test_a_slot_that_is_gone_takes_nobody_along(running: Accelerator) -> None:
    gone, stays = running.line(), Line(running.line())
    gone.send(staged(DOUBLE, array(1.0)))
    gone.close()
    late = running.line()
    late.close()
    assert doubled(stays, 1.0) == [2.0]


@pytest.mark.slow
def test_a_program_without_end_costs_its_own_slot_and_others_wait_for_free(running: Accelerator) -> None:
    hostile, honest = Line(running.line()), Line(running.line())
    answers: list[object] = []
    first = threading.Thread(target=lambda: answers.append(doubled(hostile, 1.0, ENDLESS)))
    first.start()
    time.sleep(1.0)
    began = time.monotonic()
    assert doubled(honest, 2.0) == [4.0]
    passed = time.monotonic() - began
    first.join()
    assert answers == [None]
    assert honest.waited == pytest.approx(passed, abs=3.0)  # all but what its own program took
    assert hostile.waited < 3.0


@pytest.mark.parametrize("whom", ["zygote", "evaluator"])
def test_one_that_is_killed_from_outside_is_replaced_and_the_program_computed(running: Accelerator, whom: str) -> None:
    line = Line(running.line())
    assert doubled(line, 1.0) == [2.0]
    zygote = running._zygote.pid
    for pid in [zygote] if whom == "zygote" else evaluators_of(zygote):
        os.kill(pid, signal.SIGKILL)
    for number in range(100):  # it may be quick enough to answer before it ends
        assert doubled(line, number) == [2.0 * number]
        if running._zygote.pid != zygote:
            return
    raise AssertionError("it was not replaced")


def evaluators_of(pid: int) -> list[int]:
    """Its children's children, or its children where there is no keeper: the processes of evaluators."""
    return [inner for child in children(pid) for inner in children(child)] or children(pid)


def test_a_slot_that_is_stopped_within_an_answer_holds_nobody_up_for_ever(
    running: Accelerator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipes, "_SECONDS", 1)
    stopped, honest = running.line(), Line(running.line())
    wide = Sequence((1 << 20,))
    step = Step("broadcast_in_dim", (-1,), {"shape": wide, "broadcast_dimensions": Sequence((0,)), "sharding": None}, 1)
    stopped.send(staged(Body(0, (step,), (0,)), array(1.0), shape=(1 << 20,)))  # and reads no answer
    time.sleep(0.2)
    assert doubled(honest, 3.0) == [6.0]
    assert honest.waited < 30
    stopped.close()


def test_a_mistake_of_ours_over_one_program_stops_no_other(
    running: Accelerator, monkeypatch: pytest.MonkeyPatch
) -> None:
    compute = running._evaluations.compute
    monkeypatch.setattr(running._evaluations, "compute", lambda _staged: 1 / 0)
    assert doubled(Line(running.line()), 1.0) is None
    monkeypatch.setattr(running._evaluations, "compute", compute)
    assert doubled(Line(running.line()), 1.0) == [2.0]


def test_nothing_of_it_is_left_however_it_ends() -> None:
    with Accelerator(TRACED, best_tier()) as running:
        line = running.line()
        line.send(staged(ENDLESS, array(1.0)))  # it is at this when the run is stopped
        pid = running._zygote.pid
        while not evaluators_of(pid):
            time.sleep(0.05)
    line.close()
    assert not Path(f"/proc/{pid}").exists()
    assert not running._thread.is_alive()


class Other:
    """The other end of a line, with answers of its own."""

    def __init__(self, *answers: Answer) -> None:
        ours, self.theirs = Pipe()
        self.asked = 0
        self._thread = threading.Thread(target=self._serve, args=(ours, answers))
        self._thread.start()

    def _serve(self, line: Connection, answers: tuple[Answer, ...]) -> None:
        with line:
            line.recv()
            self.asked += 1
            for answer in answers:
                line.send(answer)

    def join(self) -> None:
        self._thread.join()
        self.theirs.close()


def test_an_answer_to_an_earlier_question_is_not_taken_for_this_ones() -> None:
    question = Staged(7, Traced(0, "float32", (1,)), programs.encode(DOUBLE), (array(1.0),))
    right, wrong = Returned(7, array(2.0)), Returned(6, array(9.0))
    other = Other(Answer(6, wrong, 0.0), Answer(7, right, 0.0))
    assert Line(other.theirs).compute(question) == right
    other.join()


def test_a_line_that_is_cut_is_no_answer_and_is_not_tried_again() -> None:
    other = Other()
    line = Line(other.theirs)
    assert line.compute(staged(DOUBLE, array(1.0))) is None
    assert line.compute(staged(DOUBLE, array(1.0))) is None
    assert other.asked == 1
    other.join()


def test_a_submission_that_has_waited_long_enough_goes_on_by_itself() -> None:
    ours, theirs = Pipe()
    line = Line(theirs)
    line.waited = accelerator._WAITING_SECONDS
    assert line.compute(staged(DOUBLE, array(1.0))) is None
    assert not ours.poll()


# --------------------------------------------------------------------------- is there one?


def test_an_evaluator_says_what_it_holds() -> None:
    held = look(TRACED, best_tier())
    assert (held.platform, held.kind) == ("cpu", "cpu")
    assert 50e6 < held.memory < 2e9


def without_gpu(monkeypatch: pytest.MonkeyPatch, *plugins: str, nodes: tuple[str, ...] = ()) -> None:
    monkeypatch.setattr(accelerator, "plugins", lambda: list(plugins))
    monkeypatch.setattr(devices, "nodes", lambda _platform: nodes)


@pytest.mark.parametrize(
    ("plugins", "nodes", "says"),
    [
        ((), (), "JAX has no plugin for cuda here. Install one"),
        (("tpu",), ("/dev/nvidia0",), "JAX has no plugin for cuda here"),
        (("xla_cuda13",), (), "this machine shows no device file of cuda"),
        (("xla_cuda13",), ("/dev/null",), "from behind its wall an evaluator cannot use cuda"),
    ],
)
def test_what_is_missing_for_a_gpu_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, plugins: tuple[str, ...], nodes: tuple[str, ...], says: str
) -> None:
    without_gpu(monkeypatch, *plugins, nodes=nodes)
    with pytest.raises(DeviceUnavailable, match=r"--device gpu: ") as refused:
        batch.choose_device("gpu", best_tier())
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)
    device, remark = batch.choose_device("auto", best_tier())
    assert device == "cpu"
    assert bool(remark) == bool(plugins)  # on a machine that was never meant to have one there is nothing to say


def test_a_platform_needs_no_more_than_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(accelerator.PLATFORMS, "ipu", "cpu")
    assert look("ipu", best_tier()).platform == "cpu"
    monkeypatch.setitem(accelerator.PLATFORMS, "ipu", "nonsense")
    with pytest.raises(DeviceUnavailable, match="evaluator cannot use nonsense"):
        look("ipu", best_tier())


# --------------------------------------------------------------------------- what it is started with


def test_the_cpus_zygotes_are_started_with_what_they_always_were() -> None:
    assert launch.environment("cpu")["JAX_PLATFORMS"] == "cpu"
    assert not [name for name in launch.environment("cpu") if re.match("XLA|CUDA", name)]


def test_an_evaluator_takes_memory_as_it_needs_it_and_one_device(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    has = launch.environment("cuda")
    assert (has["JAX_PLATFORMS"], has["XLA_PYTHON_CLIENT_PREALLOCATE"], has["CUDA_VISIBLE_DEVICES"]) == (
        "cuda",
        "false",
        "0",
    )
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "3")
    assert launch.environment("cuda")["CUDA_VISIBLE_DEVICES"] == "3"
    assert "CUDA_VISIBLE_DEVICES" not in launch.environment("tpu")


def test_an_answer_that_its_slot_gave_up_keeps_nobody_waiting(
    running: Accelerator, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = Returned(1, Array("jax", "uint8", "uint8", (1 << 22,), bytes(1 << 22)))

    def late(_: Staged) -> Returned:
        time.sleep(1)
        return large

    impatient, other = Line(running.line()), Line(running.line())
    with monkeypatch.context() as now:
        now.setattr(running._evaluations, "compute", late)
        now.setattr(accelerator, "_WAITING_SECONDS", 0.1)
        now.setattr(accelerator, "_ANSWER_SECONDS", 0.1)
        assert impatient.compute(staged(DOUBLE, array(1.0))) is None
    assert doubled(other, 2.0) == [4.0]
    assert other.waited < 30  # the answer is larger than a pipe; who sends it gives up after a minute at the earliest
    assert impatient.compute(staged(DOUBLE, array(1.0))) is None
