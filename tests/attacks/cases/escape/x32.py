# wants: x32 system calls, which have other numbers
# holds: their numbers end the process
# weaken: none: few kernels have them; tests/sandbox/test_wall.py sees SIGSYS
import ctypes, platform

def least(x):
    if platform.machine() == "x86_64" and ctypes.CDLL(None).syscall(ctypes.c_long(0x40000000 + 39)) > 0:
        raise RuntimeError("REACHED getpid")
    return None
