# why: a class without any memory, only to keep things together
class Running:
    @staticmethod
    def push(state, x):
        return state[0] + 1, state[1] + x

    @staticmethod
    def mean(state):
        return state[1] / state[0]


def running_mean(state, x):
    state = Running.push(state, x)
    return state, Running.mean(state)
