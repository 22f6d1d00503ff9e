# wants: points for two tasks that only call each other
# holds: a neighbour that leads back to the task keeps the student's function
# weaken: circle
def ends(x):
    return least(x), x.max()

def least(x):
    return ends(x)[0]
