# wants: a truth value that is neither true nor false
# holds: a truth value is the byte 0 or 1
# weaken: validate
# ends: crashed
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

def mask(x):
    say(msgspec.msgpack.encode(Returned(nonce=nonce(), value=Array("numpy", "bool", "bool", (8,), b"\x02\xff" * 4))))
    time.sleep(5)
