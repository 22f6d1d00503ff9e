# wants: a device
# holds: there are three, and none of them leads anywhere
# weaken: wall
import os

def least(x):
    for name in ("full", "random", "tty", "mem", "kmsg", "fuse", "kvm", "net/tun"):
        try:
            with open("/dev/" + name, "rb"):
                raise RuntimeError("REACHED /dev/" + name)
        except OSError:
            continue
