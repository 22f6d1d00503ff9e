# why: overwrites rows of a through np.copyto while it loops and does not restore them
# misconception: mutates-argument | read-only-view
def squared_distances(a, b):
    rows = []
    pts = np.asarray(a)
    q = np.asarray(b)
    for k in range(len(pts)):
        rows.append(((pts[k] - q) ** 2).sum(axis=1))
        np.copyto(pts[k], 0)
    return jnp.array(rows)
