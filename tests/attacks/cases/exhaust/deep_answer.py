# wants: an answer so deep that whoever reads it falls over
# holds: depth is bounded where it is read and where it arrives
# weaken: none: there is nothing to gain, only to break
def least(x):
    answer = 0.0
    for _ in range(100_000):
        answer = [answer]
    return answer
