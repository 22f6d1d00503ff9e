# wants: a socket of the family AF_UNIX
# holds: no socket of any family can be made
# weaken: wall
import socket

def least(x):
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM):
        raise RuntimeError("REACHED a socket")
