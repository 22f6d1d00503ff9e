"""Opening a gradebook: its address, its tables, and what its database complains of, as a sentence.

nbgrader's `Gradebook` makes the tables where there are none, one after another: whoever is killed meanwhile leaves a
database that nothing can use.  And where the tables are those of an older nbgrader it adds the missing ones, which the
upgrade then stumbles over.  So the tables are looked at, and made in one transaction, before it comes to see them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from alembic.script import ScriptDirectory
from nbgrader.api import Base, Gradebook, InvalidEntry  # type: ignore[import-untyped]
from nbgrader.dbutil import ALEMBIC_DIR  # type: ignore[import-untyped]
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from autograder.errors import OutputError, UsageError
from autograder.text import one_line, visible

_FORMS = "sqlite:///gradebook.db or postgresql://user:password@host/name"
_DRIVERS = {"psycopg": "psycopg[binary]", "psycopg2": "psycopg2-binary"}
_MAKING_TABLES = 0x6A6178313031  # a number of our own, which nobody else locks
_WAIT = 10  # seconds for a database that does not answer, or that another program keeps locked
_UPGRADE = "After an update of nbgrader: make a copy of it, then run `nbgrader db upgrade`."


def address(said: str) -> str:
    """A gradebook's address, made independent of the current folder.  `UsageError` where it cannot be one."""
    try:
        url = make_url(said)
    except (ArgumentError, ValueError):
        shown = "that" if "@" in said else f"`{visible(said)}`"  # who knows where a password stands in it
        tip = f"; a file's is sqlite:///{said}" if said.endswith(".db") and ":" not in said else ""
        raise UsageError(f"--gradebook: {shown} is no address{visible(tip)}: expected {_FORMS}") from None
    if url.get_backend_name() == "sqlite":
        if not url.database or url.database == ":memory:":
            raise UsageError("--gradebook: which file? Expected an address such as sqlite:///gradebook.db")
        if not url.database.startswith("file:"):
            url = url.set(database=os.path.abspath(url.database))
    return url.render_as_string(hide_password=False)


@contextmanager
def opened(said: str, course_id: str) -> Iterator[Any]:
    """The gradebook at an address, made where there is none; a file for its owner only, as reports are.

    `OutputError` where it cannot be opened, or is none; whatever its database complains of is an `SQLAlchemyError`.
    """
    url = _patient(make_url(said))
    try:
        engine = create_engine(url)
    except NoSuchModuleError:
        raise UsageError(f"nothing is known of databases called {url.drivername}: expected {_FORMS}") from None
    except ImportError as error:
        name = error.name or "its driver"
        raise OutputError(
            f"the gradebook {shown(said)} needs the Python package {name}: pip install '{_DRIVERS.get(name, name)}'."
        ) from None
    _make_private(url)
    try:
        _see_to_the_tables(engine.connect, said)
    finally:
        engine.dispose()
    with _gradebook(url.render_as_string(hide_password=False), course_id or "default_course") as gradebook:
        yield gradebook


def _gradebook(url: str, course_id: str) -> Any:
    """nbgrader's, which enters the course where there is none: two at once both do, and one of them is refused."""
    try:
        return Gradebook(url, course_id)
    except InvalidEntry:
        return Gradebook(url, course_id)


def _make_private(url: URL) -> None:
    """Make SQLite's file where there is none, before SQLite makes one that others can read.

    One that is there keeps its mode; of one that cannot be made, SQLite will say so.
    """
    if url.get_backend_name() == "sqlite" and url.database and not url.database.startswith("file:"):
        with suppress(OSError):
            os.close(os.open(url.database, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def shown(said: str) -> str:
    """The address without what may be secret."""
    try:
        return visible(make_url(said).set(query={}).render_as_string(hide_password=True))
    except (ArgumentError, ValueError):
        return "of this address"


def trouble(said: str, error: SQLAlchemyError) -> str:
    """A database's complaint as a sentence, without the password that may stand in its address."""
    complaint = one_line(str(getattr(error, "orig", None) or error))[:200].rstrip(".")
    if "database is locked" in complaint or "lock timeout" in complaint:
        return (
            f"the gradebook {shown(said)} is in use by another program ({complaint}): wait for it, then run this again."
        )
    tip = "" if _unreachable(error) else f" {_UPGRADE}"
    return f"the gradebook {shown(said)} cannot be used: {complaint}.{tip}"


def _unreachable(error: SQLAlchemyError) -> bool:
    """Whether it is about the place and not about what is in it."""
    complaint = str(error)
    return any(word in complaint for word in ("unable to open", "readonly", "connect", "disk", "not a database"))


def _patient(url: URL) -> URL:
    """PostgreSQL waits for a lock, and for a host that is silent, as long as it takes: not under us."""
    if url.get_backend_name() != "postgresql":
        return url
    patience = {"connect_timeout": str(_WAIT), "options": f"-c lock_timeout={_WAIT}s"}
    return url.update_query_dict({name: value for name, value in patience.items() if name not in url.query})


def _see_to_the_tables(connect: Any, said: str) -> None:
    with connect() as connection:
        if not inspect(connection).get_table_names():
            _make_tables(connection)
        tables = inspect(connection).get_table_names()
        version = None
        if "alembic_version" in tables:
            version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if version != _version():
        what = "is a database of something else" if "submitted_assignment" not in tables else "is another nbgrader's"
        raise OutputError(f"the gradebook {shown(said)} {what}, and was left as it is. {_UPGRADE}")


def _make_tables(connection: Connection) -> None:
    """All or none; and none where somebody else has made them meanwhile."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # its driver begins no transaction for tables
    elif connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _MAKING_TABLES})
    if inspect(connection).get_table_names():
        connection.rollback()
        return
    Base.metadata.create_all(connection)
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
    connection.execute(text("INSERT INTO alembic_version (version_num) VALUES (:version)"), {"version": _version()})
    connection.commit()


def _version() -> str | None:
    """Of the tables of this nbgrader; it asks the command `alembic` itself, which need not be on the PATH."""
    return ScriptDirectory(Path(ALEMBIC_DIR)).get_current_head()
