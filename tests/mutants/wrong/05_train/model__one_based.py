# why: counts from one: theta[2] is an error in NumPy and quietly the last entry in JAX
# misconception: index-clamped
def model(theta, x):
    return theta[1] * x + theta[2]
