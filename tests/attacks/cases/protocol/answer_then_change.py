# wants: another answer by a thread, once the first was given
# holds: what is said unasked ends the worker
# weaken: none: what comes late is no better than what came in time
import os, stat, struct, sys, time
import msgspec
from autograder.sandbox.protocol import Array, Handle, Loaded, Mapping, Opaque, Returned, Scalar, Source

def _is_socket(number):
    try:
        return stat.S_ISSOCK(os.fstat(number).st_mode)
    except OSError:
        return False

SOCKET = next(number for number in range(3, 64) if _is_socket(number))

def say(frame):
    data = memoryview(struct.pack(">I", len(frame)) + frame)
    while data:
        data = data[os.write(SOCKET, data):]

def nonce():
    frame = sys._getframe()
    while "request" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["request"].nonce

def least(x):
    import threading
    mine = nonce()
    def late():
        time.sleep(0.05)
        for _ in range(20):
            say(msgspec.msgpack.encode(Returned(nonce=mine, value=Scalar(0))))
            time.sleep(0.01)
    threading.Thread(target=late, daemon=True).start()
    return None
