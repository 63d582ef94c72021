"""Which form a text prints: decided by the labels that only one form has, never by the year."""

from __future__ import annotations

import re
from functools import cache

from assets.extract.labels import normalize
from schemas.form import Form, forms

_LEAST_LETTERS = 5
_MOST_ROWS = 0.35


@cache
def _distinctive() -> dict[str, tuple[str, ...]]:
    """For each form the official labels that no other form prints anywhere."""
    texts = {form.id: _labels(form) for form in forms().values()}
    return {
        form_id: tuple(
            sorted(
                label
                for label in labels
                if len(label) >= _LEAST_LETTERS
                and not any(label in other for k, others in texts.items() if k != form_id for other in others)
            )
        )
        for form_id, labels in texts.items()
    }


def _labels(form: Form) -> set[str]:
    rows = {normalize(row.zh) for table in form.tables for row in table.rows}
    columns = {normalize(column.zh.split("（")[0]) for table in form.tables for column in table.columns}
    return rows | columns


def printed_form(text: str) -> str | None:
    """The form most of whose own labels stand in the text; None where there are none, or as many of each.

    Table 3 is much the same in both forms; where it stands alone, it is of the form all of whose own rows are there.
    """
    letters = re.sub(r"[\W_]", "", text)
    shares = {
        form_id: sum(label in letters for label in labels) / len(labels)
        for form_id, labels in _distinctive().items()
    }
    ranked = sorted(shares.items(), key=lambda kv: -kv[1])
    (best, share), (_, second) = ranked[0], ranked[1]
    if share > second:
        return best
    fitting = [form.id for form in forms().values() if _holds_rows(form, letters)]
    return fitting[-1] if fitting else None


def _holds_rows(form: Form, letters: str) -> bool:
    """Whether nearly all row labels of table 3 stand in the text, and the last rows before the total are this form's."""
    rows = [normalize(row.zh) for row in form.table("3").rows]
    own = [label for label in _distinctive()[form.id] if label in rows]
    return sum(row in letters for row in rows) >= _MOST_ROWS * len(rows) and all(
        label in letters for label in own
    )
