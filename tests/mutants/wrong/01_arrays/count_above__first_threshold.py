# why: remembers the first threshold and goes on using it
# misconception: hidden-state
class Counter:
    def __init__(self):
        self.threshold = None

    def __call__(self, x, threshold):
        if self.threshold is None:
            self.threshold = threshold
        return jnp.sum(x > self.threshold)


count_above = Counter()
