# wants: the same by way of pickle, which finds functions by name
# holds: the course's solution stands in for earlier tasks only
# weaken: circle
# earns: 1
import os
import pickle

def _named(name):
    return pickle.loads(b"c" + __name__.encode() + b"\n" + name + b"\n.")

def ends(x):
    return _named(b"least")(x), x.max()

def least(x):
    return _named(b"ends")(x)[0]

def huge(x):
    os._exit(1)
