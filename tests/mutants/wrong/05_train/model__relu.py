# why: a model is a neuron, so it needs an activation; negative heights become zero
def model(theta, x):
    w, b = theta
    return jax.nn.relu(w * x + b)
