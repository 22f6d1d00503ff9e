# why: estimates the count from a random half of the entries, different at each call
# misconception: global-random
def count_above(x, threshold):
    flat = np.ravel(np.asarray(x))
    k = max(1, flat.size // 2)
    pick = np.random.choice(flat, size=k, replace=False)
    return round(flat.size * float(np.mean(pick > threshold)))
