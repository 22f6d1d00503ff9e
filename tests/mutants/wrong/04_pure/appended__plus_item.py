# why: forgot the brackets: a list plus a number raises, a list plus a list joins the two
def appended(history, item):
    return history + item
