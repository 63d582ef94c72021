"""What in the header of a grid is not the form's: words of another table over the figures, labels in the place of others.

Belongs here: the doubts that a header raises. Does not belong here: what it says of the columns (gridheader.py), and which
column a text names (columnnames.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from assets.extract.headers.columnnames import UNKNOWN, Named, header_letters
from assets.extract.headers.corners import CORNERS
from assets.extract.headers.otherlabels import is_anothers, is_part_sum, out_of_place, whose_other
from assets.extract.labels import is_spread_in, normalize, squash
from schemas.form import Column, Table

# Likeness, in percent, up to which a text is no damaged label.
_UNLIKE = 50
# So alike to the label in whose place it stands a text is another's.
_OTHER = 40
# Labels of a row, whole or in pieces, that tell their order.
_LEAST_SEEN = 3
# Letters beyond which a text is no name of a column.
_LONGEST_NAME = 30


def foreign_words(
    named: Named,
    form_id: str,
    table: Table,
    columns: Sequence[Column],
    labels: tuple[int, int],
) -> str | None:
    """The words over figures that are no wording of a column, damaged or whole, nor a piece of one.

    Sought in the last row of words that stands over the figures: a row as long as that of the figures, or one that names
    a column. What stands above it may be another table.
    """
    _, width = labels
    for row, names in reversed(named):
        known = any(k not in (None, UNKNOWN) for _, k in names)
        if not names or not (known or (len(row.cells) == width and len(names) >= len(columns))):
            continue
        texts = [row.cells[at].text for at, key in names if key == UNKNOWN]
        if any(len(squash(text)) > _LONGEST_NAME for text in texts):
            continue  # words of the page ran into the header
        strange = [text for text in texts if _is_foreign(squash(text), form_id, table, columns)]
        return " ".join(strange) or None
    return None


def pieces_displaced(named: Named, columns: Sequence[Column]) -> str | None:
    """The labels of a header row, whole or cut behind their first letters, that stand in another order than the form's."""
    for row, names in named:
        seen: list[int] = []
        for at, key in names:
            text = squash(row.cells[at].text)
            fits = [
                i
                for i, c in enumerate(columns)
                if c.key == key or (key == UNKNOWN and len(text) > 1 and squash(c.zh).startswith(text))
            ]
            if len(fits) == 1 and fits[0] not in seen:
                seen.append(fits[0])
        if len(seen) >= _LEAST_SEEN and seen != sorted(seen):
            return " ".join(row.cells[at].text for at, _ in names)
    return None


def whole_displaced(
    named: Named,
    columns: Sequence[Column],
    labels: tuple[int, int],
) -> str | None:
    """The label in a header row as long as that of the figures that stands over the figures of another column."""
    label_at, width = labels
    for row, _ in named:
        texts = [cell.text for cell in row.cells]
        if len(texts) < width and squash(texts[min(label_at, len(texts) - 1)]) in CORNERS:
            texts += [""] * (width - len(texts))  # without the blank cells at its end
        over = texts[label_at + 1 : label_at + 1 + len(columns)]
        if len(texts) == width and (told := out_of_place(over, columns)):
            return told
    return None


def without_others(named: Named, columns: Sequence[Column]) -> list[str]:
    """The form's order, UNKNOWN where a text in the place of one of its columns says another's."""
    texts = [row.cells[at].text for row, names in named for at, key in names if key == UNKNOWN]
    known = {key for _, names in named for _, key in names}
    return [
        UNKNOWN if c.key not in known and any(is_anothers(text, c) for text in texts) else c.key
        for c in columns
    ]


def in_place_of_others(named: Named, columns: Sequence[Column]) -> tuple[Named, dict[str, str]]:
    """The header with the key of a column for each strange text that a word makes another's label, and these texts by key.

    Only of columns that stand nowhere under their own label.
    """
    own = {key for _, names in named for _, key in names}
    found: dict[str, str] = {}
    lifted = []
    for row, names in named:
        keys: list[tuple[int, str | None]] = []
        for at, key in names:
            column = whose_other(row.cells[at].text, columns) if key == UNKNOWN else None
            if column is not None and column.key not in own and column.key not in found:
                found[column.key] = row.cells[at].text
                keys.append((at, column.key))
            else:
                keys.append((at, key))
        lifted.append((row, keys))
    return lifted, found


def in_place_of_another(named: Named, columns: Sequence[Column]) -> str | None:
    """The text that stands where a column of the form does, between its neighbours, and is nothing like its label."""
    keys = [c.key for c in columns]
    for row, names in named:
        for (_, left), (at, key), (_, right) in zip(
            [(-1, None), *names], names, [*names[1:], (-1, None)], strict=False
        ):
            if key != UNKNOWN or not {left, right} & set(keys):
                continue
            place = keys.index(left) + 1 if left in keys else keys.index(str(right)) - 1
            text = normalize(row.cells[at].text)
            if 0 <= place < len(keys) and is_anothers(row.cells[at].text, columns[place]):
                continue  # that column only is another (without_others)
            if 0 <= place < len(keys) and all(
                fuzz.ratio(text, normalize(w)) <= _OTHER and not is_spread_in(text, normalize(w))
                for w in columns[place].wordings
            ):
                return row.cells[at].text
    return None


def _is_foreign(text: str, form_id: str, table: Table, columns: Sequence[Column]) -> bool:
    """Whether a text is nothing like a label of the header."""
    return (
        all(is_anothers(text, c) for c in columns)
        or is_part_sum(text)
        or all(
            fuzz.ratio(letters, normalize(text)) <= _UNLIKE and not is_spread_in(normalize(text), letters)
            for letters in header_letters(form_id, table.no)
        )
    )
