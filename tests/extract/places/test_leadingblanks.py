"""A row with a blank first figure and one cell too many: as many figures as columns stand behind a blank cell."""

from __future__ import annotations

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import (
    GRIDS,
    Part,
    Rows,
    change,
    closed,
    csv_rows,
    figures,
    html,
    markdown,
    printed,
    read,
    report,
    reported,
    row_of,
    tab_cells,
    trailing,
    tsv,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
_TABLE = forms()["2021"].table("3")
_ORGANISATIONS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
_LINES = [tsv, tab_cells, csv_rows, closed, trailing, markdown, html]


def _without_first(key: str, table_no: str, more: str) -> tuple[list[Part], dict[CellKey, str]]:
    """The tables with a row whose first figure is blank and behind whose last stands another; and what is printed."""
    parts = printed(VALUES)
    row = row_of(parts, key, table_no)
    at = 1 if table_no != "4" else 0
    blank = [*row[:at], "", *row[at + 1 :], more]
    keys = [k for k in VALUES if k.table_no == table_no and (k.row_key == key or table_no == "4")]
    return change(parts, key, blank), {**VALUES, keys[0]: ""}


@in_turn
@pytest.mark.parametrize("more", ["9", "见附件"])
@pytest.mark.parametrize("render", _LINES)
@pytest.mark.parametrize(
    ("key", "table_no"),
    [
        ("regulations", "2"),
        ("coercion", "2"),
        ("new_received", "3"),
        ("denied_third_party", "3"),
        ("all", "4"),
    ],
)
def test_the_blank_is_not_the_cell_too_many(render, key: str, table_no: str, more: str) -> None:  # type: ignore[no-untyped-def]
    parts, values = _without_first(key, table_no, more)
    reading = read(report(parts, render))
    assert not wrong(reading, values)
    others = {k for k in VALUES if k.table_no == table_no and k.row_key != key}
    # a note may go on in the row below
    assert table_no == "4" or len(others - reported(reading)) <= (more != "9")


@pytest.mark.parametrize("render", [tsv, closed, trailing, html])
def test_several_rows_with_a_figure_too_many(render) -> None:  # type: ignore[no-untyped-def]
    parts, values = printed(VALUES), dict(VALUES)
    part = next(p for p in parts if p.table_no == "3")
    rows: Rows = []
    for n, (key, row) in enumerate(zip(part.keys, part.rows, strict=True)):
        rows.append([row[0], "" if n % 3 == 0 else row[1], *row[2:], str(n % 7)])
        if n % 3 == 0:
            values[CellKey("3", key, "natural_person")] = ""
    parts = [Part("3", part.header, rows, part.keys) if p is part else p for p in parts]
    assert not wrong(read(report(parts, render)), values)


def _levels(part: Part, *, is_square: bool) -> Rows:
    """The rows with blank cells for what merged labels cover; in a table that is not square none for those of rows above."""
    groups = {g.key: g.zh for g in _TABLE.groups}
    rows: Rows = []
    seen: set[str] = set()
    for key, row in zip(part.keys, part.rows, strict=True):
        above = [g.key for g in _TABLE.ancestors(key)][::-1]
        labels = [groups[g] if g not in seen else "" for g in above]
        labels = labels if is_square else [text for text in labels if text]
        seen.update(above)
        rows.append([*labels, row[0], *[""] * (2 - len(above)), *row[1:]])
    return rows


@in_turn
@pytest.mark.parametrize("render", [tsv, tab_cells, csv_rows, closed, trailing])
@pytest.mark.parametrize("is_square", [True, False])
def test_blanks_of_merged_labels_are_no_cells(render, is_square: bool) -> None:  # type: ignore[no-untyped-def]
    parts = printed(VALUES)
    parts = [
        Part("3", [[r[0], "", "", *r[1:]] for r in p.header], _levels(p, is_square=is_square), p.keys)
        if p.table_no == "3"
        else p
        for p in parts
    ]
    reading = read(report(parts, render))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 175


@pytest.mark.parametrize("name", [name for name in GRIDS if name != "doubled_tabs"])
def test_a_blank_column_behind_all_labels(name: str) -> None:
    parts = [
        Part("3", [[r[0], "", *r[1:]] for r in p.header], [[r[0], "", *r[1:]] for r in p.rows], p.keys)
        if p.table_no == "3"
        else p
        for p in printed(VALUES)
    ]
    reading = read(report(parts, GRIDS[name]))
    assert not wrong(reading, VALUES)
    assert name == "pipe_cells" or len(reported(reading, "3")) == 175


@in_turn
@pytest.mark.parametrize("render", [tsv, csv_rows, closed, markdown])
@pytest.mark.parametrize("key", ["unable_unclear", "rejected_reconfirm", "total_handled"])
def test_a_label_left_of_its_level_may_have_moved_its_row(render, key: str) -> None:  # type: ignore[no-untyped-def]
    """A merged label above ended a row too soon: all cells of the row stand one to the left."""
    values = {**VALUES, CellKey("3", key, "natural_person"): ""}
    parts = []
    for part in printed(values):
        if part.table_no == "3":
            rows = _levels(part, is_square=True)
            at = part.keys.index(key)
            rows[at] = [*rows[at][1:], ""]
            parts.append(Part("3", [[r[0], "", "", *r[1:]] for r in part.header], rows, part.keys))
        else:
            parts.append(part)
    reading = read(report(parts, render))
    assert not wrong(reading, values)
    assert len(reported(reading, "3")) == 168


def test_a_row_shorter_than_another_of_its_level_lost_its_last_cells() -> None:
    """Lines stripped of tabs at both ends: what stands last need not be of the last column."""
    key = "carried_over"
    blank = {CellKey("3", "new_received", "natural_person"), CellKey("3", key, "total")}
    blank |= {CellKey("3", row.key, "legal_service") for row in _TABLE.rows[3::3]}
    blank |= {CellKey("3", row.key, "natural_person") for row in _TABLE.rows[4::5]}
    values = {k: "" if k in blank else v for k, v in VALUES.items()}
    parts = []
    for part in printed(values):
        if part.table_no == "3":
            rows = _levels(part, is_square=True)
            names = part.header[-1][-7:]
            header = [
                ["", "", "", names[0], "法人或其他组织", "", "", "", "", names[-1]],
                ["", "", "", "", *names[1:-1], ""],
            ]
            parts.append(Part("3", header, rows, part.keys))
        else:
            parts.append(part)
    lines = [line.strip("\t") for line in report(parts, tsv).split("\n")]
    assert not wrong(read("\n".join(lines)), values)


def _with_a_stray_end(rows: Rows, label: str) -> list[str]:
    """HTML, a cell more at the end of the row of a label, which was made as much wider."""
    lines = ["<table>"]
    for row in rows:
        cells = [f"<td>{cell}</td>" for cell in row]
        if row[0] == label:
            cells = [f'<td colspan="2">{label}</td>', *cells[1:], "<td></td>"]
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return [*lines, "</table>"]


@pytest.mark.parametrize("blank", [None, "natural_person", "social_org", "total"])
@pytest.mark.parametrize(
    "key", ["new_received", "denied_other_law", "rejected_publication", "carried_forward"]
)
def test_a_label_wider_by_a_cell_and_a_blank_cell_behind_its_row(key: str, blank: str | None) -> None:
    """Its seven figures are those of the form; with one of them blank nothing tells which cell is the stray one."""
    values = {**VALUES, CellKey("3", key, blank): ""} if blank else VALUES
    label = row_of(printed(values), key)[0]
    reading = read(report(printed(values), lambda rows: _with_a_stray_end(rows, label)))
    assert not wrong(reading, values)
    own = {k for k in values if (k.table_no, k.row_key) == ("3", key)}
    assert set(VALUES) - reported(reading) <= (own if blank else set())


@pytest.mark.parametrize("render", [tsv, csv_rows, closed, trailing, markdown])
def test_a_blank_column_before_all_figures_and_totals_left_blank(render) -> None:  # type: ignore[no-untyped-def]
    """Labels merged over a cell or three, each behind the other: the header's first name stands over the blank of some rows only."""
    values = {
        key: "" if (key.table_no, key.col_key) == ("3", "total") else text for key, text in VALUES.items()
    }
    heads = [["", "", "自然人", "法人或其他组织", "总计"], ["", "", "", *_ORGANISATIONS]]
    parts = []
    for part in printed(values):
        if part.table_no == "3":
            ranks = [len(_TABLE.ancestors(key)) for key in part.keys]
            square = zip(ranks, _levels(part, is_square=True), strict=True)
            rows = [[*row[: rank + 1], "", *row[3:]] for rank, row in square]
            width = max(map(len, rows))
            rows, header = ([[*row, *[""] * (width - len(row))] for row in each] for each in (rows, heads))
            parts.append(Part("3", header, rows, part.keys))
        else:
            parts.append(part)
    assert not wrong(read(report(parts, render)), values)
