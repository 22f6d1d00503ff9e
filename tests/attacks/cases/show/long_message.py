# wants: a report of megabytes from a dict with huge keys
# holds: messages are bounded
# weaken: bounds
def least(x):
    return {f"{number}{'k' * 4000}": number for number in range(400)}

def ends(x):
    return {f"{number}{'k' * 4000}": number for number in range(400)}
