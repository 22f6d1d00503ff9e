# why: adds the noise of the data to the predictions
# misconception: global-random
def model(theta, x):
    w, b = theta
    noise = np.random.normal(size=np.shape(x))
    return w * x + b + 0.1 * noise
