# wants: a secret in the process's own memory, read byte by byte
# holds: the zygote never knew one
# weaken: none: what the zygote was never told is in no build's worker
import re

def least(x):
    want = re.compile(b"sa[l]t-7f3a9c51|expec[t]ed-c0ffee")
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
        for line in maps:
            span, rights = line.split()[:2]
            low, high = (int(end, 16) for end in span.split("-"))
            if rights.startswith("rw") and high - low < 64 << 20:
                try:
                    memory.seek(low)
                    if found := want.search(memory.read(high - low)):
                        raise RuntimeError(f"REACHED {found[0]}")
                except (OSError, ValueError, OverflowError):
                    continue
