# why: keeps the mean and std of the first data set ever seen, as a fitted scaler does
# misconception: hidden-state
class Scaler:
    mean = None
    std = None


def standardize(x):
    if Scaler.mean is None:
        Scaler.mean = jnp.mean(x)
        Scaler.std = jnp.std(x)
    return (x - Scaler.mean) / Scaler.std
