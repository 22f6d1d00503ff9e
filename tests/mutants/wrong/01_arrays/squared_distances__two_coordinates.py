# why: written for points in the plane; further coordinates are ignored
def squared_distances(a, b):
    ax, ay = a[:, :1], a[:, 1:2]
    bx, by = b[:, 0], b[:, -1]
    return (ax - bx) ** 2 + (ay - by) ** 2
