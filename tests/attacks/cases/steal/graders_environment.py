# wants: the environment of the process that started this one
# holds: there is no such process to be seen
# weaken: wall
import os

def least(x):
    with open(f"/proc/{os.getppid()}/environ", "rb") as environ:
        raise RuntimeError(f"REACHED {environ.read()[:10]}")
