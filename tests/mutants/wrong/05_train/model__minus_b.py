# why: had y = 3x - 1 in mind and took the minus into the model
# misconception: sign
# not recognised: its value alone does not show it
def model(theta, x):
    w, b = theta
    return w * x - b
