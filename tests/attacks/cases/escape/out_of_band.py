# wants: out-of-band data on its own socket, a way into the kernel (CVE-2025-38236)
# holds: its socket takes plain bytes only
# weaken: wall
import os, socket, stat

def least(x):
    for number in range(3, 64):
        try:
            if not stat.S_ISSOCK(os.fstat(number).st_mode):
                continue
        except OSError:
            continue
        ours = socket.socket(fileno=os.dup(number))
        try:
            ours.recv(1, socket.MSG_OOB | socket.MSG_DONTWAIT)
        except OSError as error:
            if error.errno in (11, 22, 95):  # the kernel looked: nothing there
                raise RuntimeError("REACHED the kernel's out-of-band data")
            raise
