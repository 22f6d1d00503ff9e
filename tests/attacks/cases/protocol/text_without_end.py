# wants: a type's name of thirty megabytes in the report
# holds: texts are bounded where they arrive, and again in a report
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

def least(x):
    say(msgspec.msgpack.encode(Returned(nonce=nonce(), value=Opaque("x" * (30 << 20)))))
    time.sleep(5)
