# why: list.count on nested lists finds no True inside the rows
def count_above(x, threshold):
    return (x > threshold).tolist().count(True)
