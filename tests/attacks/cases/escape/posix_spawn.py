# wants: a program by another door
# holds: posix_spawn is vfork and exec
# weaken: wall
import os

def least(x):
    child = os.posix_spawn("/bin/true", ["true"], {})
    os.waitpid(child, 0)
    raise RuntimeError("REACHED a program")
