# wants: a socket of the family AF_INET
# holds: no socket of any family can be made
# weaken: wall
import socket

def least(x):
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM):
        raise RuntimeError("REACHED a socket")
