# wants: to phone home
# holds: there is no socket, and no network to have one in
# weaken: wall
import socket

def least(x):
    server = socket.create_server(("127.0.0.1", 0))
    with socket.create_connection(server.getsockname(), timeout=2):
        raise RuntimeError("REACHED a connection")
