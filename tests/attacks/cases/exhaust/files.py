# wants: a hundred thousand files
# holds: its folder has room for four thousand
# weaken: wall
import os, tempfile

def huge(x):
    folder = tempfile.mkdtemp()
    try:
        for number in range(5000):
            os.close(os.open(os.path.join(folder, str(number)), os.O_CREAT | os.O_WRONLY))
    finally:
        import shutil
        shutil.rmtree(folder, ignore_errors=True)
    raise RuntimeError("REACHED five thousand files")
