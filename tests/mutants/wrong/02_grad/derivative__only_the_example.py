# why: Returns the derivative of the falling stone of the worked example, whatever f is.
# misconception: hard-coded
def derivative(f):
    def speed(seconds):
        return -2 * 4.905 * seconds

    return speed
