# wants: a float where a count is asked for
# holds: kinds are compared before values
# weaken: compare
def above(x): return float((x > 0).sum())
