# wants: 32-bit system calls, which have other numbers
# holds: a foreign architecture ends the process
# weaken: none: not every kernel has them; tests/sandbox/test_wall.py sees SIGSYS
# ends: crashed
import ctypes, mmap, platform

def least(x):
    if platform.machine() != "x86_64":
        return None
    code = mmap.mmap(-1, 4096, prot=7, flags=0x22)
    code.write(b"\xb8\x14\x00\x00\x00\xcd\x80\xc3")
    function = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(code)))
    raise RuntimeError(f"REACHED process {function()}")
