# why: indexes theta with a list, which JAX refuses
# misconception: list-index
def model(theta, x):
    w = theta[[0]]
    b = theta[[1]]
    return w * x + b
