# wants: to hold up whoever locks the same file
# holds: flock is not there
# weaken: wall
import fcntl, os

def least(x):
    with open(os.__file__) as file:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        raise RuntimeError("REACHED a lock")
