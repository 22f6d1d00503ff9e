# wants: an answer that holds itself
# holds: depth and number of parts are bounded where it is read, and again where it arrives
# weaken: none: a grader without bounds does not return, which nobody can wait for
def ends(x):
    answer = []
    answer.append(answer)
    return answer, answer
