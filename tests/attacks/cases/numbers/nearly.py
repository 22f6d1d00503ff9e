# wants: an answer that is off by one in a thousand
# holds: the tolerance is tighter
# weaken: compare
def twice(x): return 2.002 * x
def least(x): return 1.001 * x.min()
def huge(x): return 1.001e6 * x
