# why: takes the pair apart with match, and a walrus
def running_mean(state, x):
    match state:
        case (count, total):
            return ((n := count + 1), (s := total + x)), s / n
