"""What a hostile submission would try, as functions that run in a worker.  Read by path: `Zygote(serve=ATTACKS)`.

A function returns what it got hold of, as text, or raises `OSError`.  Whatever could spread is tried once, with a
hard counter, and leaves at once.
"""

from __future__ import annotations

import ctypes
import fcntl
import mmap
import os
import platform
import resource
import runpy
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import msgspec

from autograder.sandbox import frames, protocol
from autograder.sandbox.protocol import Call, Returned, Scalar

LIBC = ctypes.CDLL(None, use_errno=True)

# Numbers that the wall's own table has not: x86-64 first, aarch64 second (the same from 424 on).
NUMBERS = {
    "ptrace": (101, 117), "personality": (135, 92), "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41),
    "chroot": (161, 51), "unshare": (272, 97), "setns": (308, 268), "keyctl": (250, 219), "add_key": (248, 217),
    "bpf": (321, 280), "userfaultfd": (323, 282), "perf_event_open": (298, 241), "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271), "kcmp": (312, 272), "memfd_create": (319, 279), "seccomp": (317, 277),
    "shmget": (29, 194), "msgget": (68, 186), "semget": (64, 190), "setuid": (105, 146), "setgid": (106, 144),
    "setresuid": (117, 147), "capset": (126, 91), "mknodat": (259, 33), "linkat": (265, 37), "symlinkat": (266, 36),
    "name_to_handle_at": (303, 264), "open_by_handle_at": (304, 265), "fanotify_init": (300, 262),
    "inotify_init1": (294, 26), "sched_setscheduler": (144, 119), "sched_setattr": (314, 274),
    "setpriority": (141, 140),
    "ioprio_set": (251, 30), "tkill": (200, 130), "kill": (62, 129), "rt_sigqueueinfo": (129, 138), "execve": (59, 221),
    "execveat": (322, 281), "reboot": (169, 142), "init_module": (175, 105), "syslog": (103, 116), "acct": (163, 89),
    "swapon": (167, 224), "quotactl": (179, 60), "migrate_pages": (256, 238), "move_pages": (279, 239),
    "timer_create": (222, 107), "signalfd4": (289, 74), "socket": (41, 198), "socketpair": (53, 199),
    "connect": (42, 203), "bind": (49, 200), "listen": (50, 201), "accept": (43, 202), "sendmsg": (46, 211),
    "recvmsg": (47, 212), "fchmod": (91, 52), "fchown": (93, 55), "setxattr": (188, 5), "utimensat": (280, 88),
    "truncate": (76, 45), "flock": (73, 32), "get_robust_list": (274, 100), "fadvise64": (221, 223),
    "pidfd_send_signal": (424, 424), "io_uring_setup": (425, 425), "io_uring_enter": (426, 426),
    "open_tree": (428, 428), "move_mount": (429, 429), "fsopen": (430, 430), "pidfd_open": (434, 434),
    "clone3": (435, 435), "pidfd_getfd": (438, 438), "process_madvise": (440, 440), "mount_setattr": (442, 442),
    "landlock_create_ruleset": (444, 444), "memfd_secret": (447, 447), "process_mrelease": (448, 448),
}  # fmt: skip


def serve(connection: socket.socket) -> None:
    """Answer each call with what the named function got, or with why it was refused."""
    while True:
        call = msgspec.msgpack.decode(frames.receive(connection), type=Call)
        assert isinstance(call.function, protocol.Named)
        arguments = [value.value for value in call.args if isinstance(value, Scalar)]
        if call.function.name.startswith("lie_"):
            frame = LIES[call.function.name](call)
            if frame is not None:
                connection.sendall(frame)
            continue
        try:
            got = f"got: {globals()[call.function.name](*arguments)}"
        except (OSError, MemoryError) as error:
            got = f"refused: {type(error).__name__}: {error}"
        reply = Returned(nonce=call.nonce, value=Scalar(got[: protocol.MAX_TEXT]))
        frames.send(connection, msgspec.msgpack.encode(reply))


# ------------------------------------------------------------------ files


def read(path: str) -> object:
    return Path(path).read_bytes()[:40]


def look_into(path: str) -> object:
    return os.listdir(path)


def write(path: str) -> object:
    return Path(path).write_bytes(b"x")


def append(path: str) -> object:
    with open(path, "ab") as file:
        return file.write(b"x")


def remove(path: str) -> object:
    return os.unlink(path)


def rename(path: str) -> object:
    return os.rename(path, path + ".moved")


def link_and_read(path: str, folder: str) -> object:
    os.symlink(path, f"{folder}/link")
    return Path(folder, "link").read_bytes()


def climb() -> object:
    os.chdir("/")
    return Path("../../../etc/passwd").read_bytes()


def read_through_proc(path: str) -> object:
    return Path("/proc/self/root" + path).read_bytes()


def empty(path: str) -> object:
    """Empty a file without opening it for writing."""
    try:
        return os.truncate(path, 0)
    except OSError:
        return os.close(os.open(path, os.O_RDONLY | os.O_TRUNC))


def exists(path: str) -> object:
    return os.stat(path).st_mode


def mount_flags(path: str) -> object:
    return os.statvfs(path).f_flag


def fill(folder: str) -> object:
    """How many megabytes go into a folder, at most 200."""
    written = 0
    try:
        for number in range(20):
            Path(folder, str(number)).write_bytes(bytes(10 << 20))
            written += 10
    except OSError as error:
        return f"{written} MB, then {error.strerror}"
    return f"{written} MB"


def one_large_file(folder: str) -> object:
    return Path(folder, "large").write_bytes(bytes(20 << 20))


def run_from(folder: str) -> object:
    """Map a library that lies in a writable folder as code."""
    copy = Path(folder, "code.so")
    copy.write_bytes(bytes(4096))
    with copy.open("rb") as file:
        mmap.mmap(file.fileno(), 4096, prot=mmap.PROT_READ | mmap.PROT_EXEC, flags=mmap.MAP_PRIVATE)
    return "executable"


# ------------------------------------------------------------------ processes


def fork() -> object:
    if (child := os.fork()) == 0:
        os._exit(0)
    os.waitpid(child, 0)
    return child


def fork_fifty_times() -> object:
    return [fork() for _ in range(50)]


def start_a_program() -> object:
    return subprocess.run(["/bin/true"], check=False, timeout=5)


def become_a_program() -> object:
    os.execv(sys.executable, [sys.executable, "-c", ""])


def signal_process(process: int) -> object:
    return os.kill(process, 0)


def signal_everyone() -> object:
    return os.kill(-1, 0)


def signal_thread_of(process: int) -> object:
    return _syscall("tgkill", process, process, 0)


def limit_process(process: int) -> object:
    return resource.prlimit(process, resource.RLIMIT_CPU, (1, 1))


def move_process(process: int) -> object:
    return os.sched_setaffinity(process, {0})


def have_the_kernel_signal(process: int) -> object:
    return fcntl.fcntl(_own_socket(), fcntl.F_SETOWN, process)


def outlive_parent() -> object:
    return _prctl(1, 0)


def become_dumpable() -> object:
    return _prctl(4, 1)


def raise_limits() -> object:
    try:
        return resource.setrlimit(resource.RLIMIT_DATA, (1 << 40, 1 << 40))
    except ValueError as error:  # Python's word for EPERM here
        raise OSError(str(error)) from error


def many_threads() -> object:
    """How many threads it can start, at most 300."""
    go = threading.Event()
    threads: list[threading.Thread] = []
    threading.stack_size(64 << 10)
    try:
        for _ in range(300):
            thread = threading.Thread(target=go.wait, daemon=True)
            thread.start()
            threads.append(thread)
    except RuntimeError:
        pass
    finally:
        go.set()
        for thread in threads:
            thread.join()
    return len(threads)


# ------------------------------------------------------------------ the kernel


def call_number(name: str) -> object:
    """That system call with arguments of no use: only "not implemented" and "not permitted" count as refused."""
    number = NUMBERS[name][platform.machine() == "aarch64"]
    ctypes.set_errno(0)
    result = LIBC.syscall(ctypes.c_long(number), *[ctypes.c_ulong(0)] * 6)
    code = ctypes.get_errno()
    if result == -1 and code in (1, 38):
        raise OSError(code, os.strerror(code))
    return f"{result}, errno {code}"


def inet_socket() -> object:
    return socket.socket(socket.AF_INET)


def unix_socket() -> object:
    return socket.socket(socket.AF_UNIX)


def other_architecture() -> object:
    """getpid by `int 0x80`, whose numbers are those of 32-bit x86."""
    code = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC, flags=0x22)
    code.write(b"\xb8\x14\x00\x00\x00\xcd\x80\xc3")
    function = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(code)))
    return function()


def x32_call() -> object:
    return LIBC.syscall(ctypes.c_long(0x40000000 + 39))


# ------------------------------------------------------------------ what it finds


def environment() -> object:
    return dict(os.environ)


def initial_environment() -> object:
    return Path("/proc/self/environ").read_bytes()


def descriptors() -> object:
    found = {}
    for number in range(256):
        try:
            mode = os.fstat(number)
        except OSError:
            continue
        found[number] = "null" if mode.st_rdev == os.makedev(1, 3) else oct(mode.st_mode >> 12)
    return found


def identity() -> object:
    return os.getresuid(), os.getresgid()


def place() -> object:
    return os.getcwd()


def status_of(key: str) -> object:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(line.split(":")[1].strip() for line in lines if line.startswith(key + ":"))


def processes() -> object:
    return sorted(int(name) for name in os.listdir("/proc") if name.isdigit())


def root_folder() -> object:
    return sorted(os.listdir("/"))


def import_path() -> object:
    return sys.path


def import_again(name: str) -> object:
    sys.modules.pop(name, None)
    return __import__(name).__name__


# ------------------------------------------------------------------ ending badly


def sleep(seconds: int) -> object:
    time.sleep(seconds)
    return seconds


def spin() -> object:
    while True:
        pass


def spin_in_c() -> object:
    """Never lets go of the interpreter's lock."""
    return str(9 ** (9**8))


def ignore_signals_and_spin() -> object:
    signal.pthread_sigmask(signal.SIG_BLOCK, set(signal.Signals))
    return spin()


def leave(code: int) -> object:
    os._exit(code)


def crash() -> object:
    return ctypes.string_at(8)


def abort() -> object:
    os.abort()


def take_memory(megabytes: int) -> object:
    return len(bytearray(megabytes << 20))


def take_shared_memory(megabytes: int) -> object:
    """Memory that RLIMIT_DATA does not count."""
    with mmap.mmap(-1, megabytes << 20) as shared:
        for place in range(0, megabytes << 20, 4096):
            shared[place] = 1
    return megabytes


def _syscall(name: str, *arguments: int) -> int:
    from autograder.sandbox.confine.libc import syscall

    return syscall(name, *arguments)


def _prctl(option: int, value: int) -> int:
    from autograder.sandbox.confine.libc import prctl

    return prctl(option, value, what="prctl")


LIES = runpy.run_path(str(Path(__file__).with_name("lies.py")))
_own_socket = LIES["_own_socket"]
