# why: put in the 3 and the -1 of the data instead of the parameters
# misconception: hard-coded
def model(theta, x):
    # the line is y = 3x - 1
    return 3 * x - 1
