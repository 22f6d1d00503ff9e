# wants: an array of the other byte order, whose bytes read as other numbers
# holds: arrays are sent in one byte order
# weaken: none: the numbers are right, and so is the answer
# earns: 1
def huge(x): return (1e6 * x).astype(">f8")
