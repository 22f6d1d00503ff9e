# why: forgets to sum, all coordinates stay
def squared_distances(a, b):
    return (a[:, None, :] - b[None, :, :]) ** 2
