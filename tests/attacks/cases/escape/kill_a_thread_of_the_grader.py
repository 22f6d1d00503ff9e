# wants: a signal by tgkill, which raise() needs
# holds: tgkill takes the own process only
# weaken: wall
import ctypes, os, platform

def least(x):
    number = 234 if platform.machine() == "x86_64" else 131
    libc = ctypes.CDLL(None, use_errno=True)
    other = os.getppid() or 1
    if other != os.getpid() and libc.syscall(ctypes.c_long(number), other, other, 0) == 0:
        raise RuntimeError("REACHED a thread of our parent")
