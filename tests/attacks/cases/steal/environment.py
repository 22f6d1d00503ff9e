# wants: a secret in the environment
# holds: the environment is the zygote's own
# weaken: environ
import os

def least(x):
    strange = {name for name in os.environ if "SALT" in name or "TOKEN" in name or "SECRET" in name}
    if strange:
        raise RuntimeError(f"REACHED {strange}")
