"""Which form a text prints: decided by the labels that only one form has, never by the year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from assets.extract.clauseforms import form_of_clauses
from assets.extract.labels import letters as letters_of
from assets.extract.labels import normalize
from assets.extract.sections import LAST_SECTIONS, headings
from schemas.form import Form, forms

_LEAST_LETTERS = 5
# So many of the labels of table 3 are whole where it stands alone.
_MANY_ROWS = 0.35
# Shares of labels, or of their letter pairs, that say that the labels are there, or are not.
_THERE, _NOT_THERE = 0.8, 0.2
# So many of a form's own labels are left where a slip or two damaged them.
_MOST = 0.5
# Of the letter pairs of rows that one form alone has, so many stay where lines wrap the labels, cut them short, or letters are wrong.
_LEFT_OF_ROWS = 0.4


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


def printed_form(lines: Sequence[str]) -> str | None:
    """The form most of whose own labels stand in the lines; None where there are none, or as many of each.

    Where they are those of one clause, and the other clauses another form's, it is the other, unless table 3 says no.

    Table 3 is much the same in both forms; where it stands alone, it is of the form whose own rows are there, be they
    wrapped, cut or misspelt, and of the form without rows of its own only where nothing of another's is.

    What is appended behind the last sections may be of another form: where labels of two stand in a text, those above count first.
    """
    letters = _letters(lines)
    (best, share), (_, second) = _ranked(letters)
    if second > _NOT_THERE and (own := form_of_labels(_without_appendix(lines))):
        return own
    if share > second:
        told = form_of_clauses(lines, best)
        return best if told != best and _by_rows(letters, _THERE) == best else told
    return _by_rows(letters, _MANY_ROWS) or _by_pairs(letters)


def _without_appendix(lines: Sequence[str]) -> Sequence[str]:
    """The lines down to the sections that have no tables and close the report."""
    last = next((line for line, section in headings(list(lines), set()) if section in LAST_SECTIONS), None)
    return lines[:last] if last else ()


def form_of_labels(lines: Iterable[str]) -> str | None:
    """The form whose own labels nearly all stand in the lines and no other's, though no figure may be found beside them.

    Where only table 3 is printed, nearly all its rows stand there; where labels of other tables are damaged, it has to say the same.
    """
    letters = _letters(lines)
    (best, share), (_, second) = _ranked(letters)
    if share >= _THERE and second <= _NOT_THERE:
        return best
    rows = _by_rows(letters, _THERE)
    is_told = rows == best and share >= _MOST and second <= _NOT_THERE
    return rows if share == second or is_told else None


def _letters(lines: Iterable[str]) -> str:
    """The letters of the lines, without those of a line break that a program wrote out within a cell."""
    return "".join(map(letters_of, [line.replace("\\n", "") if "\\" in line else line for line in lines]))


def _ranked(letters: str) -> list[tuple[str, float]]:
    """The two forms most of whose own labels stand among the letters, and the shares of the labels."""
    shares = {
        form_id: sum(label in letters for label in labels) / len(labels)
        for form_id, labels in _distinctive().items()
    }
    return sorted(shares.items(), key=lambda kv: -kv[1])[:2]


def _by_rows(letters: str, least: float) -> str | None:
    """The form of table 3 where it stands alone; None where less than this share of its rows' labels is there."""
    return next((form.id for form in forms().values() if _holds_rows(form, letters, least)), None)


def _holds_rows(form: Form, letters: str, least: float) -> bool:
    """Whether many row labels of table 3 stand in the text, and of the rows that one form alone has only this form's."""
    rows = [normalize(row.zh) for row in form.table("3").rows]
    if sum(row in letters for row in rows) < least * len(rows):
        return False
    there = _shares_of_own_rows(letters)
    return all(
        share >= _LEFT_OF_ROWS if form_id == form.id else share <= _NOT_THERE
        for form_id, share in there.items()
        if share is not None
    )


def _pairs(labels: Iterable[str]) -> frozenset[str]:
    return frozenset(label[i : i + 2] for label in labels for i in range(len(label) - 1))


@cache
def _row_pairs() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """For each form the letter pairs of table 3's rows that all forms have, and those that only it has."""
    pairs = {form.id: _pairs(normalize(row.zh) for row in form.table("3").rows) for form in forms().values()}
    common = frozenset.intersection(*pairs.values())
    every = {form.id: _pairs(map(normalize, _all_labels(form))) for form in forms().values()}
    return {
        form_id: (common, own.difference(*(other for k, other in every.items() if k != form_id)))
        for form_id, own in pairs.items()
    }


def _all_labels(form: Form) -> list[str]:
    return [label.zh for t in form.tables for label in (*t.rows, *t.columns, *t.groups)]


def _shares_of_own_rows(letters: str) -> dict[str, float | None]:
    """For each form the share of the letter pairs of its own rows of table 3 that stand in the text; None for one without such rows."""
    text = re.sub(r"[0-9]", "", letters)
    return {
        form_id: sum(pair in text for pair in own) / len(own) if own else None
        for form_id, (_, own) in _row_pairs().items()
    }


def _by_pairs(letters: str) -> str | None:
    """The form where figures stand between the pieces of the labels of table 3: by pairs of letters.

    The one form whose own rows are there, or else the one that has no row of its own, if all others' are missing.
    """
    text = re.sub(r"[0-9]", "", letters)
    if any(
        sum(pair in text for pair in common) / len(common) < _THERE for common, _ in _row_pairs().values()
    ):
        return None
    shares = _shares_of_own_rows(letters)
    there = [form_id for form_id, s in shares.items() if s is not None and s >= _LEFT_OF_ROWS]
    missing = [form_id for form_id, s in shares.items() if s is not None and s <= _NOT_THERE]
    bare = [form_id for form_id, s in shares.items() if s is None]
    if len(there) == 1 and len(there) + len(missing) + len(bare) == len(shares):
        return there[0]
    return bare[0] if not there and len(bare) == 1 and len(missing) + 1 == len(shares) else None
