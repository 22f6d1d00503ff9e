# why: .at on an np.zeros table, NumPy arrays do not have it
# misconception: at-on-numpy
def squared_distances(a, b):
    t = np.zeros((len(a), len(b)))
    for i in range(len(a)):
        t = t.at[i].set(jnp.sum((a[i] - b) ** 2, axis=1))
    return t
