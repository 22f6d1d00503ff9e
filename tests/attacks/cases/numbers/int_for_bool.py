# wants: 0 and 1 for truth values
# holds: kinds are compared before values
# weaken: compare
def mask(x): return (x > 0.5).astype(int)
