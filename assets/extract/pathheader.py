"""Headers whose cells name the whole path to their column (table 4): `行政诉讼 未经复议直接起诉 总计` over one figure.

Programs that write a header of several rows as one join what stands above each column, others repeat in each column what spans
several; then the cells of a column are its path. Such a path says
which cell of the form the figure below it is; headers in rows are read as they stand (sideways.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assets.extract.labels import squash
from schemas.form import Table

Path = tuple[str, str]
_SIGNS = re.compile(r"[-/\\>→»|_:：·.—–、,，()（）]+")


def order_of_paths(rows: Sequence[Sequence[str]], table: Table) -> list[Path] | str | None:
    """The cells of the table in the order of the header, or what is wrong with it; None where its cells name no paths."""
    known = _paths(table)
    width = len(table.rows) * len(table.columns)
    own = [row for row in rows if len(row) >= width]
    if len(own) > 1 and len({len(row) for row in own}) == 1:  # spans were repeated in all that they cover
        rows = [*rows, ["".join(dict.fromkeys(map(squash, column))) for column in zip(*own, strict=True)]]
    for row in reversed(rows):
        texts = [text for cell in row if (text := _SIGNS.sub("", squash(cell))) and not text.isdecimal()]
        found = [known[text] for text in texts if text in known]
        if 2 * len(found) <= len(texts) or len(found) < len(table.columns):
            continue
        standard = [(row.key, column.key) for row in table.rows for column in table.columns]
        if len(found) == len(texts) and sorted(found) == sorted(standard):
            return found
        at = [known.get(text) for text in texts]
        if len(at) == width and all(path in (None, own) for path, own in zip(at, standard, strict=True)):
            continue  # those that are known stand where the form has them
        return "、".join(texts)
    return None


@cache
def _paths(table: Table) -> dict[str, Path]:
    """The names of a row, alone and behind its group's, before those of a column; names that are also a column's alone tell nothing."""
    groups = {group.key: [*map(squash, group.wordings), ""] for group in table.groups}
    return {
        _SIGNS.sub("", group + squash(label) + squash(name)): (row.key, column.key)
        for row in table.rows
        for label in row.wordings
        for group in groups.get(row.parent or "", [""])
        for column in table.columns
        for name in column.wordings
    }
