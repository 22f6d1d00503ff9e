"""Who a worker is: nobody in particular, without a privilege, and never outliving the one who started it."""

from __future__ import annotations

import ctypes
import os
import signal
import struct

from autograder.sandbox.confine.libc import prctl, syscall

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_CAPBSET_DROP, _PR_SET_NO_NEW_PRIVS = 1, 4, 24, 38
_PR_CAP_AMBIENT, _AMBIENT_CLEAR_ALL = 47, 4
_CAPABILITY_VERSION_3 = 0x20080522
_LAST_CAPABILITY = 63  # as many as the interface has bits for

# uids that no distribution and no container manager hands out: above systemd's container range, below 2³¹.
_FIRST_UID, _LAST_UID = 0x70000000, 0x7FFFFFFF
_UIDS_A_ZYGOTE = 64  # 2²² process ids × 64 fill that range exactly


def own_uid(zygote_pid: int, place: int) -> int | None:
    """A uid for one worker of one zygote, no other's on this machine; None where no such uid can be taken.

    In a container that was given few uids, the range is the upper half of the widest block of them instead.
    """
    first, last = _FIRST_UID, _LAST_UID
    blocks = _mapped_uids()
    if not any(low <= first and last <= high for low, high in blocks):
        low, last = max(blocks, key=lambda block: block[1] - block[0])
        first = low + (last - low + 1) // 2
    if last - first < _UIDS_A_ZYGOTE:
        return None
    return first + (zygote_pid * _UIDS_A_ZYGOTE + place % _UIDS_A_ZYGOTE) % (last - first + 1)


def _mapped_uids() -> list[tuple[int, int]]:
    """The uids that exist in this user namespace, as (lowest, highest) of each block."""
    with open("/proc/self/uid_map") as file:
        rows = [line.split() for line in file]
    return [(int(inside), int(inside) + int(count) - 1) for inside, _, count in rows]


def become(uid: int) -> None:
    """Take this uid and gid for good, and no group.  Clears every capability of a root."""
    _empty_bounding_set()  # while we still may
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)


def drop_capabilities() -> None:
    """Give up every capability, and the way to regain one."""
    _empty_bounding_set()
    prctl(_PR_CAP_AMBIENT, _AMBIENT_CLEAR_ALL, what="ambient capabilities")
    header = struct.pack("=Ii", _CAPABILITY_VERSION_3, 0)
    syscall("capset", ctypes.create_string_buffer(header, len(header)), ctypes.create_string_buffer(24))


def _empty_bounding_set() -> None:
    for capability in range(_LAST_CAPABILITY + 1):
        try:
            prctl(_PR_CAPBSET_DROP, capability, what="bounding set")
        except OSError:  # beyond the kernel's last one; or not ours to drop, where there is none to lose
            break


def no_new_privileges() -> None:
    prctl(_PR_SET_NO_NEW_PRIVS, 1, what="no_new_privs")


def not_dumpable() -> None:
    """No debugger, no core, no /proc entry of this process for others of the same uid."""
    prctl(_PR_SET_DUMPABLE, 0, what="dumpable")


def die_with_parent(how: signal.Signals = signal.SIGKILL) -> None:
    """Get that signal when the parent's thread ends.  Forgotten at each change of uid or capabilities: ask again."""
    prctl(_PR_SET_PDEATHSIG, how, what="parent death signal")
