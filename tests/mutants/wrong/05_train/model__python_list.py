# why: returns a Python list of numbers where an array is due
def model(theta, x):
    w, b = theta
    return [w * xi + b for xi in x]
