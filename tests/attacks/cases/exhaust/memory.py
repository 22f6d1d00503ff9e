# wants: all the memory
# holds: a limit on data, and a group that counts what the limit does not
# weaken: limits
def huge(x):
    kept = [bytearray(64 << 20) for _ in range(24)]
    raise RuntimeError(f"REACHED {len(kept) * 64} MB")
