# why: saves memory by calculating in x itself; a NumPy x of the caller changes
# misconception: mutates-argument
def model(theta, x):
    x *= theta[0]
    x += theta[1]
    return x
