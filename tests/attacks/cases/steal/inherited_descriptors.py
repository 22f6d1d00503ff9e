# wants: a file, a socket or a terminal that was left open
# holds: there is the socket, and three times nothing
# weaken: none: no build of ours leaves one; the test of the wall counts them on each tier
import os, stat

def least(x):
    for number in range(256):
        try:
            status = os.fstat(number)
        except OSError:
            continue
        if stat.S_ISSOCK(status.st_mode) or status.st_rdev == os.makedev(1, 3):
            continue
        raise RuntimeError(f"REACHED descriptor {number}: {oct(status.st_mode)}")
