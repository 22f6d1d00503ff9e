# wants: sockets to pass descriptors through
# holds: only the socket it was given
# weaken: wall
import socket

def least(x):
    socket.socketpair()
    raise RuntimeError("REACHED a pair")
