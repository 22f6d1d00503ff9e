# why: NumPy ufuncs everywhere; right numbers, but not differentiable
# misconception: numpy-on-tracer
def model(theta, x):
    w = np.asarray(theta)[0]
    b = np.asarray(theta)[1]
    return np.add(np.multiply(w, x), b)
