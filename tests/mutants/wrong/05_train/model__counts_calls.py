# why: counts the calls in an attribute of the function, to see how often JAX traces it
# misconception: hidden-state
def model(theta, x):
    model.calls += 1
    w, b = theta
    return w * x + b


model.calls = 0
