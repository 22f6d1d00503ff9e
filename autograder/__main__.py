"""`jax101` and `python -m autograder`: run the command line; whatever happens, no traceback of ours reaches a user."""

from __future__ import annotations

import contextlib
import os
import sys


def main() -> None:
    """Run, and end the process with the contract's exit code."""
    _import_nothing_from_here()
    _occupy_standard_streams()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # for a terminal that cannot show a ✓
    code = _run()
    _let_go_of_output()
    raise SystemExit(code)


def _run() -> int:
    """The exit code; what went wrong has been said."""
    try:
        import click

        from autograder.cli import cli
        from autograder.errors import Jax101Error
    except KeyboardInterrupt:
        return _say("stopped.")
    try:
        code = cli.main(prog_name="jax101", standalone_mode=False) or 0
        sys.stdout.flush()  # a disk that is full may show only now
        return code
    except click.ClickException as error:
        command = getattr(getattr(error, "ctx", None), "command_path", "jax101")
        return _say(f"{error.format_message().rstrip('.')}. See `{command} --help`.", error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return _say("stopped.")
    except Jax101Error as error:
        return _say(str(error), error.exit_code)
    except BrokenPipeError:  # whoever read has gone, and needs no word
        return 1
    except OSError as error:  # a full disk, a folder without permission; click has dealt with a broken pipe
        where = f"{error.filename}: " if error.filename else ""
        return _say(f"{where}{error.strerror or error}.")
    except Exception as error:  # noqa: BLE001  the last line of defence
        if os.environ.get("JAX101_DEBUG"):
            import traceback

            traceback.print_exc()
        what = f"{type(error).__name__}: {str(error)[:200]}"
        return _say(f"a mistake of ours ({what}). Set JAX101_DEBUG=1 to see where, and tell us.")


def _say(text: str, code: int = 1) -> int:
    """One line a thing, on standard error; what others wrote into it cannot steer a terminal."""
    from autograder.text import visible

    for line in text.splitlines():
        with contextlib.suppress(OSError):  # nobody to tell: the exit code says it
            print(f"jax101: {visible(line)}", file=sys.stderr)
    return code


def _let_go_of_output() -> None:
    """What could not be written has been said; Python would try again at its end, and end with a code of its own."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _occupy_standard_streams() -> None:
    """Where one was closed, a report would be opened in its place, and get whatever a library prints."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  for as long as we run
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def _import_nothing_from_here() -> None:
    """Neither we nor our slots take modules from the current folder, where a submission's `numpy.py` may lie."""
    os.environ["PYTHONSAFEPATH"] = "1"
    package = os.path.dirname(os.path.abspath(__file__))
    if __name__ == "__main__" and not sys.flags.safe_path and sys.path and sys.path[0] != os.path.dirname(package):
        del sys.path[0]  # `python -m` has put it there


if __name__ == "__main__":
    main()
