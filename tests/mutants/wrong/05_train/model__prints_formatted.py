# why: a debug print with a format, which a tracer does not have
# misconception: print-in-traced
def model(theta, x):
    w, b = theta
    print(f"w = {w:.3f}, b = {b:.3f}")
    return w * x + b
