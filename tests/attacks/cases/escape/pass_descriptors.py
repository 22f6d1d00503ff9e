# wants: a descriptor sent over its own socket
# holds: there is no call that sends one
# weaken: wall
import os, socket, stat

def least(x):
    for number in range(3, 64):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                ours = socket.socket(fileno=os.dup(number))
                ours.sendmsg([b""], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, b"\0\0\0\0")])
                raise RuntimeError("REACHED sendmsg")
        except OSError as error:
            if error.errno == 1 or error.errno == 38:
                raise
