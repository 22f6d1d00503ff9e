# wants: the same by way of a table that is filled where nobody looks
# holds: the course's solution stands in for earlier tasks only
# weaken: circle
# earns: 1
import os
table = []

def ends(x):
    return table[-1](x), x.max()

def least(x):
    return ends(x)[0]

def huge(x):
    os._exit(1)

list.append(table, least)
