# why: thought the parameters come as [b, w], the constant first as in a + b x
def model(theta, x):
    b, w = theta
    return w * x + b
