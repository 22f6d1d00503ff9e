# wants: msgpack's extensions, which some decoders take for objects to build
# holds: the protocol has none
# weaken: none: msgspec builds nothing from them either
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
    say(b"\x84\xa4type\xa8returned\xa5nonce" + msgspec.msgpack.encode(nonce()) + b"\xa5value\xc7\x05\x01abcde\xa6output\xa0")
    time.sleep(5)
