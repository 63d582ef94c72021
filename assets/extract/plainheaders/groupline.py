"""The columns of a group, named all on one line of a plain header in another order than the form's.

A line goes from left to right where it is one: its pieces go on below in the same order, and labels that a narrow column
breaks do not all stand on one side of the others. Belongs here: that order, and a label of it with one wrong letter.
Does not belong here: lines that name a group beside its columns (headerwords.py), labels of one word a line (plainheader.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from assets.extract.labels import has_one_wrong_letter, squash
from schemas.form import Column, Table

# A shorter label with a wrong letter may be another word.
_LEAST_LETTERS = 4


def order_on_one_line(lines: Sequence[str], table: Table, columns: Sequence[Column]) -> list[str] | None:
    """The columns from left to right, where one line names all of a group, and one above it all others beside the group.

    None where the group stands as in the form, or where anything is left open.
    """
    members = [c for c in columns if c.group]
    names = {g.key: g.wordings for g in table.groups if members and g.key == members[0].group}
    if not names or any(c.group not in names for c in members):
        return None
    words = [[squash(word) for word in line.split()] for line in lines]
    found = [(n, told) for n, line in enumerate(words) if (told := _named(line, members))]
    if len(found) != 1:
        return None
    number, told = found[0]
    order = [column for column, _ in told]
    if order == members or is_folded(order, members) or not _goes_on(told, words[number + 1 :]):
        return None
    group = [squash(wording) for of in names.values() for wording in of]
    if sum(_is_upper(line, columns, group) for line in words[:number]) != 1:
        return None
    turned = iter(order)
    return [(next(turned) if c.group else c).key for c in columns]


def mended(lines: Sequence[str], columns: Sequence[Column]) -> list[str] | None:
    """The lines, where the one label that they lack has a wrong letter, with the right one; else None."""
    words = {squash(word) for line in lines for word in line.split()}
    lost = [c for c in columns if words.isdisjoint(map(squash, c.wordings))]
    if len(lost) != 1:
        return None
    fits = [
        (word, wording)
        for word in words
        for wording in map(squash, lost[0].wordings)
        if len(word) >= _LEAST_LETTERS and has_one_wrong_letter(word, wording)
    ]
    if len(fits) != 1:
        return None
    (wrong, right) = fits[0]
    out = [" ".join(right if squash(word) == wrong else word for word in line.split()) for line in lines]
    return out if sum(line.split().count(right) for line in out) == 1 else None


def _named(line: Sequence[str], members: Sequence[Column]) -> list[tuple[Column, set[str]]]:
    """The columns that the words of a line name, each with what may go on below of its label; empty unless each is named once."""
    told: list[tuple[Column, set[str]]] = []
    for word in line if len(line) == len(members) else ():
        fits = [(c, rests) for c in members if (rests := _rests(word, [squash(w) for w in c.wordings]))]
        if len(fits) != 1:
            return []
        told += fits
    return told if len({c.key for c, _ in told}) == len(members) else []


def _rests(word: str, texts: Iterable[str]) -> set[str]:
    """What goes on in each of some texts behind a word that they begin with."""
    return {text.removeprefix(word) for text in texts if text.startswith(word)}


def is_folded(order: Sequence[Column], members: Sequence[Column]) -> bool:
    """Whether labels stand in the form's order but for those that take more lines, which come first or last together.

    A text that goes by the upper edges of its words gives them so, whatever their order on the page.
    """
    sizes = [len(list(same)) for _, same in groupby(order, key=lambda c: len(squash(c.zh)))]
    kinds = [[c for c in order if len(squash(c.zh)) == size] for size in {len(squash(c.zh)) for c in members}]
    return len(sizes) == len(kinds) and all(kind == [c for c in members if c in kind] for kind in kinds)


def _goes_on(told: Sequence[tuple[Column, set[str]]], below: Sequence[Sequence[str]]) -> bool:
    """Whether the lines below have the rests of all labels, on each line in the same order, and no other letters of them."""
    rests = [of for _, of in told]
    labels = [squash(w) for column, _ in told for w in column.wordings]
    for line in below:
        at = 0
        for word in line:
            if not any(word in label for label in labels):
                continue
            fit = next((i for i in range(at, len(rests)) if _rests(word, rests[i])), None)
            if fit is None:
                return False
            rests[fit] = _rests(word, rests[fit])
            at = fit + 1
    return all("" in of for of in rests)


def _is_upper(line: Sequence[str], columns: Sequence[Column], group: Sequence[str]) -> bool:
    """Whether a line names all columns beside the group, whole or by their first letters, and the group, in their order."""
    wanted: list[Column | None] = []
    for column in columns:
        if not column.group:
            wanted.append(column)
        elif None not in wanted:
            wanted.append(None)
    return len(line) == len(wanted) and all(
        word in group if column is None else bool(_rests(word, map(squash, column.wordings)))
        for word, column in zip(line, wanted, strict=True)
    )
