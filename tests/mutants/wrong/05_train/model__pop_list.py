# why: makes a list, pops in the wrong order and so swaps slope and height
def model(theta, x):
    t = list(theta)
    w = t.pop()
    b = t.pop()
    return w * x + b
