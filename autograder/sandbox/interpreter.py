"""What a Python worker reads while it runs: its interpreter's libraries and the system's.  Nothing else is let in.

Never the repository: a virtual environment inside it is named alone, and `autograder` itself is imported before.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

_SYSTEM = ("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/etc/ld.so.cache", "/usr/share/zoneinfo")


def readable() -> tuple[str, ...]:
    """Folders and files a worker may read, as absolute paths; each once as named and once as it really lies."""
    wanted = list(_SYSTEM)
    for prefix in dict.fromkeys((sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix)):
        wanted += [os.path.join(prefix, folder) for folder in ("lib", "lib64")]
        if prefix.startswith("/nix/store/"):  # there every library is a package of its own
            wanted.append("/nix/store")
    found = [path for path in wanted if os.path.exists(path)]
    return tuple(dict.fromkeys(name for path in found for name in (path, os.path.realpath(path))))


def import_path() -> list[str]:
    """`sys.path` without what a worker cannot read, such as a repository installed in place."""
    roots = readable()
    return [entry for entry in sys.path if any(Path(entry).is_relative_to(root) for root in roots)]


def open_to_others(paths: Iterable[str]) -> bool:
    """Could a uid of no group read all of it?  Not where Python lies in a private home folder."""
    return all(_open_to_others(Path(path)) for path in paths)


def _open_to_others(path: Path) -> bool:
    if not path.stat().st_mode & stat.S_IROTH:
        return False
    return all(folder.stat().st_mode & stat.S_IXOTH for folder in path.parents)
