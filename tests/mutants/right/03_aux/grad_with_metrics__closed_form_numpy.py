# why: the closed form in NumPy with a locally sorted fresh array for the largest error
def grad_with_metrics(params, x, y):
    features = np.asarray(x, dtype=np.float64)
    predictions = features @ np.asarray(params["w"], dtype=np.float64) + np.float64(params["b"])
    errors = predictions - np.asarray(y, dtype=np.float64)
    worst = np.abs(errors)
    worst.sort()
    n = errors.shape[0]
    grads = {"w": 2 / n * np.einsum("i,ij->j", errors, features), "b": 2 / n * errors.sum()}
    return grads, {"loss": np.mean(errors**2), "max_abs_error": worst[-1], "predictions": predictions}
