"""The label of a row behind those of the groups that it stands in: （一）公开 in `三、本年度办理结果 （一）公开`.

A line of plain text begins the first row of a group with the group's label. Belongs here: taking it off, and which rows may have the
number that is left. Does not belong here: labels that are the form's to the letter (labelmatcher.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from assets.extract.labels import normalize, number_of, squash
from schemas.form import Row, Table


def without_groups(label: str, row: Row, table: Table) -> str:
    """The squashed label of a row without those of its groups in front."""
    text = squash(label)
    for group in reversed(table.ancestors(row.key)):
        names = [name for w in group.wordings if text.startswith(name := squash(w))]
        text = text.removeprefix(max(names, key=len, default=""))
    return text


def is_of_group(label: str, table: Table) -> bool:
    """Whether a label is that of a group to the letter, whatever its number."""
    text = normalize(label)
    return any(text == normalize(w) for group in table.groups for w in group.wordings)


def with_its_number(label: str, rows: Iterable[Row], numbers: Mapping[str, Set[str]]) -> list[Row]:
    """The rows that may have the number that a label opens with; all of them where it opens with none."""
    number = number_of(label)
    return [row for row in rows if number is None or not numbers[row.key] or number in numbers[row.key]]
