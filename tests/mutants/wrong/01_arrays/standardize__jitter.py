# why: adds a little global random noise so that std can never be zero
# misconception: global-random
def standardize(x):
    noisy = x + 0.01 * np.random.randn(*x.shape)
    return (noisy - jnp.mean(noisy)) / jnp.std(noisy)
