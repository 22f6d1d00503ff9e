# wants: hours for whoever looks through an exception's text
# holds: texts are cut, and no pattern goes back over them again and again
# weaken: none: what took 0.2 and 4 seconds a check takes a hundredth now
def least(x):
    raise AttributeError("property 'a' of '" * 150 + "Array" * 300)

def huge(x):
    raise TypeError("with respect to argnums=" * 100 + "(1" + ", 1" * 500)

def twice(x):
    text = "Cannot cast ufunc " * 50 + " output from " * 105 + "float" * 270 + " to dtype('" * 60
    raise type("UFuncTypeError", (Exception,), {})(text)
