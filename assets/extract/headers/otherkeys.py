"""Figures whose own line names another column than the form's: `"上年制发件数": 5` in the place of 本年制发件数.

In records every figure has its name beside it, and a name with a word that turns it (上年, 拟, 累计, 修改) is like that of a column and none.
Belongs here: that doubt, from the words on the line of a figure. Does not belong here: heads over the rows (othermeaning.py), and which
column a name is (byname/).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assets.extract.cells import TableReading
from assets.extract.headers.othermeaning import is_turned_name
from assets.extract.labels import squash
from assets.extract.memory import remembering
from schemas.form import Form

_WORD = re.compile(r"[\u3400-\u9fff/()（）:：]{4,30}")
_LONGEST_SHOWN = 40


def doubt_other_keys(tables: Iterable[TableReading], lines: Sequence[str], form: Form) -> None:
    """Put the figures in doubt beside which stands another column's name, and their own does not."""
    for reading in tables:
        table = form.table(reading.table_no)
        if len(table.blocks) == 1:
            continue
        for block in table.blocks:
            for row in block.rows:
                for key in table.keys_of[row.key]:
                    if key not in reading.cells or reading.is_open(key):
                        continue
                    line = reading.cells[key].line_start
                    if line is None:
                        continue
                    words = _words(lines[line - 1])
                    column = next(c for c in block.columns if c.key == key.col_key)
                    own = [w for w in words if any(squash(x) == w for x in column.wordings)]
                    if own:
                        continue
                    other = next((w for w in words if is_turned_name(w, column, block.columns)), None)
                    if other is None:
                        continue
                    reading.note(
                        "header-unclear", line=line, row_key=row.key, row=row, detail=other[:_LONGEST_SHOWN]
                    )
                    reading.doubt(key, "header-unclear", line)


@remembering
def _words(line: str) -> list[str]:
    return _WORD.findall(squash(line))
