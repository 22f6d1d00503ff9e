# wants: a second process
# holds: clone is for threads only
# weaken: wall
import os

def least(x):
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    raise RuntimeError("REACHED a child")
