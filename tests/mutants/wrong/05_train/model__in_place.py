# why: multiplies and adds into the caller's x where everything is NumPy
# misconception: mutates-argument
def model(theta, x):
    x *= theta[0]
    x += theta[1]
    return x
