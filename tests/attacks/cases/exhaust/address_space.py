# wants: a terabyte of addresses
# holds: a limit on addresses
# weaken: none: reserving addresses takes nothing from anybody
import mmap

def huge(x):
    mmap.mmap(-1, 1 << 40, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    raise RuntimeError("REACHED a terabyte")
