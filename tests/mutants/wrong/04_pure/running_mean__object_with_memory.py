# why: the count is kept in an object between the calls
# misconception: hidden-state
class Mean:
    def __init__(self):
        self.n = 0

    def __call__(self, state, x):
        self.n += 1
        total = state[1] + x
        return (self.n, total), total / self.n


running_mean = Mean()
