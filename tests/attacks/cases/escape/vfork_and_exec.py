# wants: a program of the machine
# holds: neither exec nor vfork are there
# weaken: wall
import subprocess

def least(x):
    subprocess.run(["/bin/true"], check=True, timeout=5)
    raise RuntimeError("REACHED a program")
