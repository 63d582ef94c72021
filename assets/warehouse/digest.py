"""Whether two warehouses say the same: a digest over all rows of all tables, in whatever order, but for what tells of runs.

Belongs here: what counts as content. Does not belong here: what differs (pipelines/diff.py).
"""

from __future__ import annotations

from hashlib import blake2b

import duckdb

from schemas.tables import TABLES, dtypes

# Of a file at another place, or copied anew, only this differs.
_OF_COPIES = {"report_files": ("modified_at",)}


def content_digest(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Table -> digest of its rows; `*` -> that of all tables. Tables about runs are left out."""
    digests: dict[str, str] = {}
    for name, spec in TABLES.items():
        if spec.of_runs:
            continue
        columns = ", ".join(c for c in dtypes(spec.model) if c not in _OF_COPIES.get(name, ()))
        [row] = connection.execute(
            f"SELECT count(*), sum(hash({columns})::HUGEINT), bit_xor(hash({columns})) FROM {name}"  # noqa: S608
        ).fetchall()
        digests[name] = blake2b(repr(row).encode(), digest_size=8).hexdigest()
    return {**digests, "*": blake2b("".join(digests.values()).encode(), digest_size=8).hexdigest()}
