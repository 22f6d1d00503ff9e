# why: A tiny nudge with NumPy's float64; near right at best, and not automatic differentiation.
# misconception: finite-differences
EPS = 1e-6


def derivative(f):
    return lambda x: np.float64((f(np.float64(x) + EPS) - f(np.float64(x))) / EPS)
