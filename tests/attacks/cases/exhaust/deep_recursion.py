# wants: to bring the interpreter down
# holds: it is the worker's interpreter
# weaken: none: there is nothing to gain, only to break
import sys

def huge(x):
    sys.setrecursionlimit(10 ** 9)
    return huge(x)
