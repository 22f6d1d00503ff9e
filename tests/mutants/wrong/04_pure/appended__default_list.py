# why: the default list is made once and keeps everything of earlier calls
# misconception: mutable-default
def appended(history, item, result=[]):
    result.extend(history)
    result.append(item)
    return result
