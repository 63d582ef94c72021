"""Headers on the line of the first row, in plain text: what stands before the label says which columns are over the figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import (
    PLAIN,
    Part,
    aligned,
    figures,
    one_line,
    printed,
    read,
    report,
    reported,
    wrong,
)
from tests.turns import in_turn

LAYOUTS = {
    "running": PLAIN["running"],
    "one_a_line": PLAIN["one_a_line"],
    "one_line": one_line,
    "aligned": aligned,
}
every_layout = pytest.mark.parametrize("layout", LAYOUTS)


def on_line(parts: list[Part]) -> list[Part]:
    """The last row of each header and the first row as one."""
    return [replace(p, header=p.header[:-1], rows=[p.header[-1] + p.rows[0], *p.rows[1:]]) for p in parts]


def with_heads(form: str, row: str, heads: dict[int, str]) -> list[Part]:
    """Parts of which that of a row has other heads, by their places."""
    parts = []
    for part in printed(figures(form), form):
        if row in part.keys:
            last = [heads.get(at, cell) for at, cell in enumerate(part.header[-1])]
            parts.append(replace(part, header=[*part.header[:-1], last]))
        else:
            parts.append(part)
    return parts


@in_turn
@every_layout
@pytest.mark.parametrize(
    ("form", "row", "heads"),
    [
        ("2021", "new_received", {1: "修订件数"}),
        ("2021", "new_received", {3: "受理件数"}),
        ("2021", "new_received", {7: "检查次数"}),
        ("2019", "permits", {2: "受理件数"}),
        ("2019", "permits", {1: "受理件数"}),
        ("2019", "penalties", {1: "本年处理决定数量", 2: "办结数量", 3: "检查次数"}),
    ],
)
def test_strange_heads_on_the_line_of_the_first_row(
    layout: str, form: str, row: str, heads: dict[int, str]
) -> None:
    parts = with_heads(form, row, heads)
    (part,) = [p for p in parts if row in p.keys]
    reading = read(report(on_line(parts), LAYOUTS[layout]))
    own = {key for key in figures(form) if key.row_key in part.keys}
    columns = list(dict.fromkeys(key.col_key for key in figures(form) if key in own))
    strange = {columns[at - 1] for at in heads}
    left = {k: v for k, v in figures(form).items() if k not in own or k.col_key not in strange}
    assert not wrong(reading, left)


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("heads", [{}, {1: "本年制发件"}, {2: "本年新公开数"}])
def test_the_forms_heads_there_are_read(form: str, heads: dict[int, str]) -> None:
    row = "rules" if heads else "permits"
    reading = read(report(on_line(with_heads(form, row, heads)), PLAIN["running"]))
    assert not wrong(reading, figures(form))
    if not heads:
        assert reported(reading) == set(figures(form))
