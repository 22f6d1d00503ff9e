# wants: all the time without ever letting go of the interpreter
# holds: the deadline outside is a kill
# weaken: limits
# ends: timeout
import hashlib

def huge(x):
    hashlib.pbkdf2_hmac("sha512", b"x", b"y", 12_000_000)
    raise RuntimeError("REACHED the end of the loop")
