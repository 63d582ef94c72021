"""The finish of a warehouse file: views, and a comment on everything, in both languages; then safe on disk.

All names come from schemas. No keys or indexes: uniqueness is checked on the frames, and a key would cost ten times
the space. Does not belong here: the rows (assets/building.py), and when readers see the file (publish.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b

from assets.building import Building
from assets.warehouse.disk import sync
from assets.warehouse.stored import store
from assets.warehouse.views import views, wides
from schemas.tables import TABLES, meaning


def finish(building: Building, *, anew: bool) -> None:
    """Make the views and comments anew, and close the file, whole and safe on disk on return.

    `anew` where the file was finished by code that makes other views.
    """
    connection = building.begin()
    store(building, anew=anew)
    connection.begin()  # one commit for some hundred statements
    for (name,) in connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall():
        connection.execute(f'DROP VIEW IF EXISTS "{name}"')
    for statement in _statements():
        connection.execute(statement)
    connection.commit()
    connection.execute("CHECKPOINT")
    building.close()
    building.previous_path.unlink(missing_ok=True)
    sync(building.path)


def surface() -> str:
    """A digest of all views, what is kept of them, and comments: a file that has others is to be finished anew."""
    made = [*_statements(), *(wide.query("") for wide in wides())]
    return blake2b("".join(made).encode(), digest_size=6).hexdigest()


def _statements() -> list[str]:
    made: list[str] = []
    for spec in TABLES.values():
        made += _comments("TABLE", spec.name, (spec.zh, spec.en), meaning(spec.model))
    kept = {wide.name: wide.table for wide in wides()}
    for view in views():
        if view.name in kept:
            made += _comments("TABLE", kept[view.name], view.about, view.columns)
        made.append(f"CREATE VIEW {view.name} AS {view.sql}")
        made += _comments("VIEW", view.name, view.about, view.columns)
    return made


def _comments(
    kind: str, name: str, about: tuple[str, str], columns: Mapping[str, tuple[str, str]]
) -> list[str]:
    return [
        f"COMMENT ON {kind} {name} IS {_quoted(about)}",
        *(f"COMMENT ON COLUMN {name}.{column} IS {_quoted(text)}" for column, text in columns.items()),
    ]


def _quoted(text: tuple[str, str]) -> str:
    """`zh / en` as an SQL string; COMMENT takes no parameters."""
    return "'" + " / ".join(text).replace("'", "''") + "'"
