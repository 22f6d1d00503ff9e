# why: collects the numbers in a default list
# misconception: mutable-default
def running_mean(state, x, numbers=[]):
    numbers.append(float(x))
    return (len(numbers), sum(numbers)), sum(numbers) / len(numbers)
