"""Namespaces: a machine of its own, with nothing on it but the libraries, an empty folder and three devices.

After `leave()` the process still sees everything; its next child is process 1 of a world of its own, and that child
calls `furnish()`, which builds a new root from read-only bind mounts and gives the old one away.
"""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Collection, Iterable

from autograder.sandbox.confine.libc import mount, sethostname, syscall, umount, unshare

_NEWNS, _NEWUTS, _NEWIPC, _NEWUSER, _NEWPID, _NEWNET = 0x20000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000
_WORLD = _NEWNS | _NEWUTS | _NEWIPC | _NEWPID | _NEWNET

_RDONLY, _NOSUID, _NODEV, _NOEXEC, _REMOUNT, _BIND, _REC, _PRIVATE = 1, 2, 4, 8, 32, 4096, 16384, 1 << 18
_DETACH = 2
_AT_FDCWD, _AT_RECURSIVE = -100, 0x8000

SCRATCH = "/scratch"
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom")

_STAGE = "/tmp"  # any folder would do: the new root is mounted over it in our own view only
_OLD_ROOT = "/.old-root"
_NOBODY = 65534


def leave(user_namespace: bool) -> None:
    """Leave the machine's namespaces.  With a user namespace, an ordinary user may do it, and is "nobody" inside."""
    uid, gid = os.getuid(), os.getgid()
    unshare(_WORLD | (_NEWUSER if user_namespace else 0))
    if user_namespace:
        # setgroups is refused first, as the kernel asks: a group can be a denial, too.
        for name, line in (("setgroups", "deny"), ("uid_map", f"{_NOBODY} {uid} 1"), ("gid_map", f"{_NOBODY} {gid} 1")):
            with open(f"/proc/self/{name}", "w") as file:
                file.write(line)


def furnish(readable: Iterable[str], scratch_bytes: int, accelerator: Collection[str] = ()) -> None:
    """Replace the root by an empty one that holds `readable`, read-only, at the same paths, and SCRATCH.

    With the device files of an accelerator, also all of the kernel's own /proc, where its driver tells about itself.

    Sources are resolved before, so that a symbolic link on the way (a Python under a link, `/lib64`) stays valid.
    """
    sources = {path: os.path.realpath(path) for path in outermost(readable) if os.path.exists(path)}
    mount(None, "/", None, _REC | _PRIVATE)  # or what follows would be seen outside
    mount("tmpfs", _STAGE, "tmpfs", _NOSUID | _NODEV, "size=1m,nr_inodes=4096,mode=755")
    os.mkdir(_STAGE + _OLD_ROOT)
    os.chdir(_STAGE)
    syscall("pivot_root", b".", _OLD_ROOT[1:].encode())
    os.chdir("/")
    for path, source in sources.items():
        _bind(_OLD_ROOT + source, path, _RDONLY | _NOSUID | _NODEV)
    for device in (*DEVICES, *accelerator):
        _bind(_OLD_ROOT + device, device, _RDONLY | _NOSUID | _NOEXEC)
    _mount_proc("hidepid=2" if accelerator else "subset=pid,hidepid=2")
    os.mkdir(SCRATCH)
    mount("tmpfs", SCRATCH, "tmpfs", _NOSUID | _NODEV | _NOEXEC, f"size={scratch_bytes},nr_inodes=4096,mode=1777")
    umount(_OLD_ROOT, _DETACH)
    os.rmdir(_OLD_ROOT)
    mount(None, "/", None, _REMOUNT | _BIND | _RDONLY | _NOSUID | _NODEV)
    os.chdir(SCRATCH)
    sethostname(b"sandbox")


def outermost(paths: Iterable[str]) -> list[str]:
    """The paths that do not lie inside another one of them, sorted."""
    kept: list[str] = []
    for path in sorted({os.path.normpath(path) for path in paths}):
        if not any(path == outer or path.startswith(outer.rstrip("/") + "/") for outer in kept):
            kept.append(path)
    return kept


def _bind(source: str, target: str, attributes: int) -> None:
    if os.path.isdir(source):
        os.makedirs(target, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "x"):
            pass
    # With everything below it: the kernel refuses to uncover what another mount hides.
    mount(source, target, None, _BIND | _REC)
    request = struct.pack("=4Q", attributes, 0, 0, 0)  # struct mount_attr: set, clear, propagation, userns
    buffer = ctypes.create_string_buffer(request, len(request))
    syscall("mount_setattr", _AT_FDCWD, os.fsencode(target), _AT_RECURSIVE, buffer, len(request))


def _mount_proc(options: str) -> None:
    """Only the worker's own processes.  In a container that masks /proc the kernel may refuse: then there is none."""
    os.mkdir("/proc")
    try:
        mount("proc", "/proc", "proc", _NOSUID | _NODEV | _NOEXEC, options)
    except PermissionError:
        os.rmdir("/proc")
