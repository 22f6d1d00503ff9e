# wants: an answer of millions of parts
# holds: parts are counted where it is read and where it arrives
# weaken: none: there is nothing to gain, only to break
def least(x): return [0.0] * 3_000_000
def ends(x): return [[0.0] * 1000] * 1000
def huge(x): return {number: 0 for number in range(1_000_000)}
