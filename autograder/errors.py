"""Every error of ours.  What students write wrongly is a result, never one of these.

    Jax101Error
    ├── UsageError            the command was called wrongly                      exit 2
    ├── CourseError           course.yml, a page or a check file is wrong         exit 1
    ├── OutputError           a report could not be written                       exit 1
    │   └── InTheWay          what lies where one report goes is not ours         exit 1, the others are written
    ├── SandboxUnavailable    no tier strong enough on this machine               exit 1
    ├── DeviceUnavailable     no such device on this machine, or not for us       exit 1
    └── Infrastructure        our machinery failed under a submission             its report says so; tried again
        ├── ZygoteDied        the process that forks workers is gone
        ├── WorkerLost        a worker was killed or stopped, and not by the program in it
        └── SlotDied          a grading process is gone
    NotASubmission            the reader's word for `ungradable`: caught by the reader's caller, always

Each carries one sentence: what, where, what to do.
"""

from __future__ import annotations


class Jax101Error(Exception):
    """The root of ours; `str()` is one clear sentence for a user."""

    exit_code = 1


class UsageError(Jax101Error):
    exit_code = 2


class CourseError(Jax101Error):
    pass


class OutputError(Jax101Error):
    pass


class InTheWay(OutputError):
    pass


class SandboxUnavailable(Jax101Error):
    pass


class DeviceUnavailable(Jax101Error):
    pass


class Infrastructure(Jax101Error):
    pass


class ZygoteDied(Infrastructure):
    pass


class WorkerLost(Infrastructure):
    pass


class SlotDied(Infrastructure):
    pass


class NotASubmission(Exception):
    """A file that is no submission at all; the sentence becomes the report's `reason`."""
