# wants: hours for whoever looks through an exception's text
# holds: texts are cut, and no pattern goes back over them again and again
# weaken: none: 0.2 seconds at the worst before, a hundredth now
def least(x):
    raise AttributeError("property 'a' of '" * 150 + "Array" * 300)

def huge(x):
    raise TypeError("with respect to argnums=" * 100 + "(1" + ", 1" * 500)
