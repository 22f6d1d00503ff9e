"""Other machines than this one, made from it: run a command as an ordinary user, or where the kernel refuses more.

python elsewhere.py --user 54321 --home DIR --deny unshare,mount -- python -c …
"""

from __future__ import annotations

import argparse
import ctypes
import errno
import fcntl
import os
import socket
import struct
import sys
import tempfile
from pathlib import Path

from autograder.sandbox.confine import credentials, libc, seccomp
from autograder.sandbox.confine.namespaces import _BIND, _NEWIPC, _NEWNET, _NEWNS, _NEWPID, _PRIVATE, _REC
from autograder.sandbox.confine.syscalls import table

REPOSITORY = Path(__file__).resolve().parents[2]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--user", type=int)
    parser.add_argument("--home", type=Path, help="a folder for that user and for us, removed by the caller")
    parser.add_argument("--deny", default="")
    parser.add_argument("--apart", action="store_true", help="see, and reach, no process and no network but its own")
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    if options.apart:
        leave_the_others()
    if options.user is not None:
        become(options.user, options.home)
    if options.deny:
        deny(options.deny.split(","))
    os.execv(options.command[0], options.command)


def leave_the_others() -> None:
    """Go on as a child in process, network and IPC namespaces of its own; what is left of it ends with it."""
    libc.unshare(_NEWNS | _NEWPID | _NEWNET | _NEWIPC)
    if child := os.fork():
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) % 256)
    if (child := os.fork()) == 0:  # process 1 is deaf to signals and has no parent, which our program could not bear
        libc.mount(None, "/", None, _REC | _PRIVATE)
        libc.mount("proc", "/proc", "proc", 0)
        with socket.socket() as any_socket:  # the loopback device, up and running (SIOCSIFFLAGS)
            fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh14x", b"lo", 1 | 0x40))
        return
    while (ended := os.wait())[0] != child:  # an orphan, which comes to process 1
        pass
    sys.exit(os.waitstatus_to_exitcode(ended[1]) % 256)


def become(user: int, home: Path) -> None:
    """Be that user, for good, with the interpreter and the repository within everyone's reach wherever they lie."""
    libc.unshare(_NEWNS)
    libc.mount(None, "/", None, _REC | _PRIVATE)
    open_up([REPOSITORY, Path(sys.prefix), Path(sys.base_prefix), home], home)
    if user == 0:
        return
    os.chown(home, user, user)
    os.environ.update(HOME=str(home), TMPDIR=str(home), XDG_CACHE_HOME=f"{home}/.cache")
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)


def open_up(wanted: list[Path], home: Path) -> None:
    """Put what lies in a private folder (a Python in root's home) into an open one of that name, in our view only."""
    private = {path: closed for path in wanted if (closed := _private_ancestor(path)) is not None}
    for closed in set(private.values()):
        stage = tempfile.mkdtemp(dir=home)
        libc.mount("tmpfs", stage, "tmpfs", 0, "mode=755")
        inside = [path for path in private if private[path] == closed]
        for number, path in enumerate(inside):
            os.mkdir(f"{stage}/{number}")
            libc.mount(str(path), f"{stage}/{number}", None, _BIND | _REC)
        libc.mount("tmpfs", str(closed), "tmpfs", 0, "mode=755")
        for number, path in enumerate(inside):
            path.mkdir(parents=True, exist_ok=True)
            libc.mount(f"{stage}/{number}", str(path), None, _BIND | _REC)


def _private_ancestor(path: Path) -> Path | None:
    return next((folder for folder in reversed([path, *path.parents]) if not folder.stat().st_mode & 0o001), None)


def deny(names: list[str]) -> None:
    """Let these system calls fail as in a container that forbids them."""
    numbers = {**table(), "mount": 40 if os.uname().machine == "aarch64" else 165}
    numbers["unshare"] = 97 if os.uname().machine == "aarch64" else 272
    code = [(0x20, 0, 0, 0)]
    for name in names:
        code += [(0x15, 0, 1, numbers[name]), (0x06, 0, 0, 0x50000 | errno.EPERM)]
    code.append((0x06, 0, 0, 0x7FFF0000))
    data = b"".join(struct.pack("=HBBI", *instruction) for instruction in code)
    instructions = ctypes.create_string_buffer(data, len(data))
    header = struct.pack("@HP", len(code), ctypes.addressof(instructions))
    credentials.no_new_privileges()
    libc.prctl(seccomp._PR_SET_SECCOMP, 2, ctypes.create_string_buffer(header, len(header)), what="seccomp")


if __name__ == "__main__":
    main()
