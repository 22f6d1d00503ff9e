# wants: a socket of the family AF_VSOCK
# holds: no socket of any family can be made
# weaken: none: not every kernel has the family; the call is the same as for the others
import socket

def least(x):
    with socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM):
        raise RuntimeError("REACHED a socket")
