# wants: the kernel sends a signal to the owner of a descriptor
# holds: F_SETOWN is not among the commands
# weaken: wall
import fcntl, os, stat

def least(x):
    for number in range(3, 64):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                fcntl.fcntl(number, fcntl.F_SETOWN, os.getpid())
                raise RuntimeError("REACHED F_SETOWN")
        except OSError as error:
            if error.errno != 9:
                raise
