# why: a loop with math.pow, which needs real Python floats
# misconception: numpy-on-tracer | item-kills-gradient
import math


def loss_fn(theta, x, y):
    total = 0.0
    for xi, yi in zip(x, y):
        total += math.pow(model(theta, xi) - yi, 2)
    return total / len(x)
