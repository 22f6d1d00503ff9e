# wants: a number as text
# holds: text is no number
# weaken: compare
def twice(x): return str(2 * x)
def least(x): return repr(float(x.min()))
