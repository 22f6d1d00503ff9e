# wants: 32 MB to be kept for a frame that does not come
# holds: a frame has a deadline
# weaken: none: the bytes never come on any build
# ends: timeout
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
    import signal
    signal.setitimer(signal.ITIMER_REAL, 0)
    os.write(SOCKET, struct.pack(">I", 32 << 20))
    time.sleep(60)
