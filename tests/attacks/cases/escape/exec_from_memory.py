# wants: a program of its own out of memory
# holds: there is no memfd, and no exec
# weaken: wall
import os

def least(x):
    handle = os.memfd_create("program")
    os.write(handle, b"#!/bin/true")
    raise RuntimeError("REACHED a file of memory")
