# wants: the reports of others
# holds: the folder of reports is not there
# weaken: wall
import os

def least(x):
    for folder, _, files in os.walk("/tmp"):
        for file in files:
            if file == ".lock" or file == "01_target.json":
                raise RuntimeError("REACHED " + os.path.join(folder, file))
