# why: one global list is emptied and filled again, so the lists given back before change
# misconception: hidden-state
_buffer = []


def appended(history, item):
    _buffer.clear()
    _buffer.extend(history)
    _buffer.append(item)
    return _buffer
