# why: compares with zero as the worked example does
# misconception: hard-coded
def count_above(x, threshold):
    positive = x > 0
    return jnp.sum(positive)
