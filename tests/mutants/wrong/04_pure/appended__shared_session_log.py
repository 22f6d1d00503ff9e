# why: one global log that both functions write to; the state is hidden there and not passed
# misconception: hidden-state
# tasks: appended, running_mean
session = {"history": [], "numbers": []}


def appended(history, item):
    session["history"].append(item)
    return session["history"]


def running_mean(state, x):
    session["numbers"].append(x)
    numbers = session["numbers"]
    return (len(numbers), sum(numbers)), sum(numbers) / len(numbers)
