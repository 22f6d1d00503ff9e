"""A process finds out that it was held up, and does not take its own work for that."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from autograder.heartbeat import Heartbeat

# Says how often it was held up, each time it is asked.
ASKED = """
import sys
from autograder.heartbeat import Heartbeat
heartbeat = Heartbeat()
for _ in sys.stdin:
    print(heartbeat.missed(), flush=True)
"""


def ask(process: subprocess.Popen[str]) -> int:
    assert process.stdin is not None
    assert process.stdout is not None
    print("?", file=process.stdin, flush=True)
    return int(process.stdout.readline())


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no process can be stopped here")
def test_a_process_that_was_held_up_knows_it_when_it_is_asked_and_once() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ASKED], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert ask(process) == 0
        for times in (1, 2):
            os.kill(process.pid, signal.SIGSTOP)
            time.sleep(1.5)
            os.kill(process.pid, signal.SIGCONT)
            assert [ask(process), ask(process)] == [times, times]


def test_work_that_lets_no_other_thread_run_is_no_pause() -> None:
    heartbeat = Heartbeat()
    started = time.thread_time()
    number = 3**500_000
    while time.thread_time() - started < 1.5:
        number = number * number % 10**225_000
    assert heartbeat.missed() == 0
