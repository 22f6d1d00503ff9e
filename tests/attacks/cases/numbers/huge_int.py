# wants: an int beyond 64 bits, to break whoever reads it
# holds: it crosses as the name of what it is
# weaken: none: there is nothing to gain, only to break
def above(x): return 10 ** 5000
def least(x): return -(2 ** 64)
