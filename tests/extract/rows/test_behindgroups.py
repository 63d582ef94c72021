"""Labels that begin on the line of their group's, above their figures, and end below them."""

from __future__ import annotations

import pytest

from schemas.form import forms
from tests.extract.printed import Rows, figures, printed, read, report, reported, wrong

VALUES = figures()
TABLE = forms()["2021"].table("3")
NAMES = {group.key: group.zh for group in TABLE.groups}
GROUPS = {row.zh: row.parent for row in TABLE.rows}


def cut_at(letters: int, rest: int):  # type: ignore[no-untyped-def]
    """A renderer that sets numbered labels of more than `rest` letters so, cut behind some letters."""

    def render(rows: Rows) -> list[str]:
        lines: list[str] = []
        seen: set[str | None] = set()
        for row in rows:
            label, cells = row[0], " ".join(row[1:])
            group = GROUPS.get(label)
            if group is None or not label[:1].isdigit() or len(label) <= rest:
                lines.append(" ".join(cell for cell in row if cell))
                continue
            lead = "" if group in seen else f"{NAMES[group]} "
            seen.add(group)
            lines += [lead + label[:letters], cells, label[letters:]]
        return lines

    return render


@pytest.mark.parametrize("letters", [4, 5])
def test_they_are_put_together(letters: int) -> None:
    """What stands below may be short for the whole: 国家秘密."""
    reading = read(report(printed(VALUES), cut_at(letters, letters)))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_a_whole_label_below_the_figures_of_another_is_its_own() -> None:
    lines = report(printed(VALUES), cut_at(4, 30)).split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("1.属于国家秘密"))
    label, _, cells = lines[at].partition(" ")
    lines[at : at + 1] = [f"（三）不予公开 {label}", cells]
    reading = read("\n".join(lines))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
