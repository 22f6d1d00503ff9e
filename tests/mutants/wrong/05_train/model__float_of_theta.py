# why: wanted plain Python numbers for slope and height, which kills the gradient
# misconception: item-kills-gradient | numpy-on-tracer
def model(theta, x):
    w, b = [float(t) for t in theta]
    return w * x + b
