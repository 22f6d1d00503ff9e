# why: Counts its calls in an attribute of the function: changed state that outlives the call.
# misconception: hidden-state
def derivative(f):
    derivative.calls += 1
    return jax.grad(f)


derivative.calls = 0
