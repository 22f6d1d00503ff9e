# why: adding tuples joins them instead of adding number by number
# misconception: tree-arithmetic
# not recognised: its value alone does not show it
def running_mean(state, x):
    new_state = state + (1, x)
    return new_state, new_state[1] / new_state[0] if new_state[0] else x
