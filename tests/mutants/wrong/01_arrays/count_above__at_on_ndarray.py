# why: .at on the input, which may be a NumPy array without it
# misconception: at-on-numpy
def count_above(x, threshold):
    ones = x.at[x > threshold].set(1)
    ones = ones.at[x <= threshold].set(0)
    return jnp.sum(ones).astype(int)
