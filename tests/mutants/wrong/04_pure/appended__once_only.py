# why: does not append what is already there
def appended(history, item):
    return history[:] if item in history else history[:] + [item]
