"""The steps of a process, counted from inside and killed from outside.

A step is a call by which a process acts on the world outside of it, or learns of it: forks, writes, opens for writing,
mounts, gives up a right, sends, receives, waits, closes; and in a worker each statement and function of the student's.
A process that is killed between two of them leaves the same world behind, wherever that was.  What `confine` does again
and again, for each folder, limit and capability of each worker, counts once, and so does a wait in a loop.

The process that comes to the wanted step says so in a `Record`, memory that all processes of a run share, and waits to
be killed from outside, as in life: one that is locked in could not do it to itself.
"""

from __future__ import annotations

import mmap
import os
import sys
import time
from types import FrameType
from typing import Any, Final

# --------------------------------------------------------------------------- what a step is

# Of the functions of `os`, all that do not only look.  Opening for writing is told by Python's audit, see `Steps`.
_OS: Final = {
    *("fork", "kill", "killpg", "waitpid", "wait4", "_exit", "setsid", "chdir", "sched_setaffinity", "pidfd_open"),
    *(
        "mkdir",
        "rmdir",
        "unlink",
        "remove",
        "rename",
        "replace",
        "link",
        "symlink",
        "chmod",
        "fchmod",
        "chown",
        "utime",
    ),
    *("pipe", "read", "write", "ftruncate", "fsync", "close", "closerange", "dup2", "set_inheritable"),
    *("setgroups", "setresgid", "setresuid"),
}
_SOCKET: Final = {"send", "sendall", "sendmsg", "recv", "recv_into", "recvmsg", "shutdown", "close"}
_OTHERS: Final = {
    *("_socket.socketpair", "_posixsubprocess.fork_exec", "fcntl.flock", "_signal.pidfd_send_signal"),
    *("resource.setrlimit", "time.sleep", "builtins.exec", "_io.write", "_io.flush"),
}
_OURS_ONLY: Final = {"builtins.exec", "_io.write", "_io.flush"}
_NAMES: Final = _OS | _SOCKET | {each.rpartition(".")[2] for each in _OTHERS}
_LIBC: Final = {"syscall", "prctl", "unshare", "mount", "umount", "sethostname"}  # of ours: C has no name in Python
_WAITING: Final = {"time.sleep", "posix.waitpid"}  # again and again, as often as it takes
_PACKAGE: Final = f"{os.sep}autograder{os.sep}"
_STUDENTS: Final = "work.py"  # how the cells of a student's file are named


class Record:
    """Which step is wanted, how far the victims have come, and who waits for its end; the names of those who had it."""

    _WANTED, _STRIDE, _COUNT, _ARMED, _WAITING, _COMPLETE, _LENGTH, _SEEN_LENGTH = range(8)
    _HEAD, _SEEN, _VICTIMS, _SIZE = 64, 64, 1 << 17, 1 << 18

    def __init__(self, path: str) -> None:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        os.ftruncate(handle, self._SIZE)
        self._memory = memoryview(mmap.mmap(handle, self._SIZE))
        self._numbers = self._memory[: self._HEAD].cast("I")
        self.path = path
        os.close(handle)

    def want(self, first: int, stride: int) -> None:
        """The victim of each round that begins with `arm` comes so many steps further than the last one's.  A stride of
        0 is for looking on: each step is written down, and nobody is a victim.
        """
        self._numbers[self._WANTED], self._numbers[self._STRIDE] = first, stride

    def arm(self) -> None:
        """Begin to count, unless a round has passed in which nobody came to the wanted step: there are no more."""
        numbers = self._numbers
        numbers[self._COMPLETE] |= numbers[self._ARMED]
        numbers[self._COUNT], numbers[self._SEEN_LENGTH] = 0, 0
        numbers[self._ARMED] = not numbers[self._COMPLETE]

    def come_to(self, name: str, often: bool) -> bool:
        """Whether this step is the wanted one.  There is one victim a round; a step that comes `often` counts once."""
        numbers = self._numbers
        if not numbers[self._ARMED] or (often and self._have_seen(name)):
            return False
        numbers[self._COUNT] += 1
        if numbers[self._COUNT] < numbers[self._WANTED]:
            return False
        numbers[self._LENGTH] = self._put(self._VICTIMS + numbers[self._LENGTH], name) - self._VICTIMS
        numbers[self._WANTED] += numbers[self._STRIDE]
        numbers[self._ARMED] = not numbers[self._STRIDE]
        return numbers[self._STRIDE] > 0

    def _have_seen(self, name: str) -> bool:
        end = self._SEEN + self._numbers[self._SEEN_LENGTH]
        if f"\n{name}\n".encode() in bytes(self._memory[self._SEEN : end]):
            return True
        self._numbers[self._SEEN_LENGTH] = self._put(end, f"\n{name}") - self._SEEN
        return False

    def _put(self, start: int, text: str) -> int:
        """Where the text ends that begins there now."""
        line = f"{text}\n".encode()
        self._memory[start : start + len(line)] = line
        return start + len(line)

    def wait_as(self, pid: int) -> None:
        """For the end; or for `release`, should it not come."""
        self._numbers[self._WAITING] = pid
        while self._numbers[self._WAITING] == pid:
            time.sleep(0.002)

    @property
    def waiting(self) -> int:
        """The process that waits for its end, or 0."""
        return self._numbers[self._WAITING]

    def release(self) -> None:
        self._numbers[self._WAITING] = 0

    @property
    def complete(self) -> bool:
        """Whether there is no further step: the round that is over, or the one before, had no victim."""
        return bool(self._numbers[self._COMPLETE] | self._numbers[self._ARMED])

    @property
    def victims(self) -> list[str]:
        """What the killed were about to do, in order."""
        end = self._VICTIMS + self._numbers[self._LENGTH]
        return bytes(self._memory[self._VICTIMS : end]).decode().splitlines()


def _act(function: Any) -> str:
    """What a function of C does to the world, or nothing."""
    name = function.__name__
    module = function.__module__ or type(function.__self__).__module__
    if (module == "posix" and name in _OS) or (module == "socket" and name in _SOCKET) or f"{module}.{name}" in _OTHERS:
        return f"{module}.{name}"
    return ""


class Steps:
    """Counts the steps of this process and of those forked from it, where it is the victim's role that they play."""

    def __init__(self, record: Record, victim: str, role: str) -> None:
        self._record = record
        self._victim = victim
        self._role = role
        self._pid = os.getpid()
        if role == "zygote":
            os.register_at_fork(after_in_child=self._born, after_in_parent=self._stayed)
        sys.addaudithook(self._audit)
        self._watch()

    def _watch(self) -> None:
        self._counts = self._role == self._victim
        sys.setprofile(self._profile if self._counts else None)

    def _born(self) -> None:
        """A zygote's child is a worker until it forks once more; then its child is."""
        self._role = "worker"
        self._pid = int(os.readlink("/proc/self"))  # as those outside know it
        self._watch()

    def _stayed(self) -> None:
        if self._role == "worker" and sys._getframe(1).f_code.co_filename.endswith("keeper.py"):  # and not a vain try
            self._role = "keeper"
            self._watch()

    def _audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if writes and self._counts:
            self._step("open", sys._getframe(1))

    def _profile(self, frame: FrameType, event: str, function: Any) -> None:
        if event == "c_call":
            if function.__name__ in _NAMES and (what := _act(function)):
                self._step(what, frame)
        elif event == "call":
            code = frame.f_code
            if code.co_name in _LIBC and code.co_filename.endswith("libc.py") and frame.f_back:
                self._step(code.co_name, frame.f_back)
            elif code.co_filename.startswith(_STUDENTS):
                self._step("the student's " + code.co_name, frame)

    def _step(self, what: str, frame: FrameType) -> None:
        file = frame.f_code.co_filename
        if "site-packages" in file or (what in _OURS_ONLY and _PACKAGE not in file):
            return
        place = _place(frame)
        if self._record.come_to(f"{self._role} before {what}, {place}", often="/confine/" in place or what in _WAITING):
            self._record.wait_as(self._pid)


def _place(frame: FrameType) -> str:
    """The line of ours from which it is done."""
    outer: FrameType | None = frame
    while outer is not None and _PACKAGE not in outer.f_code.co_filename:
        outer = outer.f_back
    found = outer or frame
    return f"{found.f_code.co_filename.rpartition(_PACKAGE)[2]}:{found.f_lineno} {found.f_code.co_name}"
