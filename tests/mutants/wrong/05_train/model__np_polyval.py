# why: np.polyval is just what is needed, but NumPy cannot work on tracers, so the model has no gradient
# misconception: numpy-on-tracer
def model(theta, x):
    return np.polyval(theta, x)
