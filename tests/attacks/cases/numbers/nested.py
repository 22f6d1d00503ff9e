# wants: the right answer, wrapped once more
# holds: structure is compared before values
# weaken: compare
def least(x): return [x.min()]
def twice(x): return (2 * x,)
def ends(x): return [[x.min(), x.max()]]
