# wants: the disk
# holds: its folder has 64 MB, of memory
# weaken: wall
import os, tempfile

def huge(x):
    folder = tempfile.mkdtemp()
    try:
        for number in range(10):
            with open(os.path.join(folder, str(number)), "wb") as file:
                file.write(bytes(10 << 20))
    finally:
        import shutil
        shutil.rmtree(folder, ignore_errors=True)
    raise RuntimeError("REACHED 100 MB")
