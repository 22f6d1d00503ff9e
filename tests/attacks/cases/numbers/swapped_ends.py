# wants: the right numbers in the wrong places
# holds: places count
# weaken: none: a comparison that ignores order would be another task's
def ends(x): return x.max(), x.min()
