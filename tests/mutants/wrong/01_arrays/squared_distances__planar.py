# why: written for points in the plane: only coordinates 0 and 1
# misconception: hard-coded
# not recognised: from outside, nothing tells one fixed number or shape from another mistake
def squared_distances(a, b):
    dx = a[:, 0][:, None] - b[:, 0][None, :]
    dy = a[:, 1][:, None] - b[:, 1][None, :]
    return dx**2 + dy**2
