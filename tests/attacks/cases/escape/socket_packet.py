# wants: a socket of the family AF_PACKET
# holds: no socket of any family can be made
# weaken: wall
import socket

def least(x):
    with socket.socket(socket.AF_PACKET, socket.SOCK_RAW):
        raise RuntimeError("REACHED a socket")
