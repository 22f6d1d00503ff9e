# why: a named tuple is a pair too
from typing import NamedTuple


class State(NamedTuple):
    count: int
    total: float


def running_mean(state, x):
    s = State(state[0] + 1, state[1] + x)
    return s, s.total / s.count
