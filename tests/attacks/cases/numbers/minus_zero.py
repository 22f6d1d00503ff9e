# wants: -0.0 and denormals, to pass for what they are not
# holds: they are numbers like others
# weaken: none: -0.0 is equal to 0.0 everywhere, and rightly
def least(x): return -0.0
def twice(x): return 5e-324
