"""Tables that are printed as several grids with all rows and some columns each, and grids like them that prove nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from schemas.form import CellKey, Column, Row
from tests.extract.printed import Rows, html, markdown, read, reported, tsv, wrong
from tests.extract.test_small_tables import ALL, COLUMNS, GROUPS, ROWS, TABLE, VALUES, text_with, value
from tests.turns import in_turn

Render = Callable[[Rows], list[str]]
RENDERERS: list[Render] = [tsv, markdown, html]
NOTE = TABLE.note or TABLE.header
PARTS = (COLUMNS[:1], COLUMNS[1:6], COLUMNS[6:])
CAPTIONS = (
    "（一）自然人申请情况",
    "（二）法人或其他组织申请情况",
    "（三）总计（自然人和法人或其他组织之和）",
)
RESULTS = "三、本年度办理结果"
# The rows of one group stand in another order than the form's.
ORDER = [*ROWS[:12], ROWS[13], ROWS[12], *ROWS[14:]]


def labels(row: Row, above: set[str]) -> list[str]:
    """The cells before the figures of a row: a group is printed once, in the row of its first item."""
    group = GROUPS.get(row.parent or "", "")
    if not group:
        outer = RESULTS if row.parent == "results" and RESULTS not in above else ""
        own = [outer, row.zh, ""] if row.parent == "results" else [row.zh, "", ""]
    else:
        own = ["", group if group not in above else "", row.zh]
    above.update(own)
    return own


def piece(own: Sequence[Column], blank: Sequence[Column] = (), rows: Sequence[Row] = ORDER) -> Rows:
    header = [[NOTE, "", "", *[c.zh for c in own]]]
    if len(own) > 1:
        header = [
            [NOTE, "", "", "法人或其他组织", *[""] * (len(own) - 1)],
            ["", "", "", *[c.zh for c in own]],
        ]
    above: set[str] = set()
    return [
        *header,
        *[[*labels(r, above), *["" if c in blank else value(r, c) for c in own]] for r in rows],
    ]


def pieces(render: Render, blank: Sequence[Column] = ()) -> list[str]:
    lines = []
    for caption, own in zip(CAPTIONS, PARTS, strict=True):
        lines += [caption, "", *render(piece(own, blank)), ""]
    return lines


def statuses(third: Sequence[str]) -> dict[CellKey, str]:
    reading = read(text_with(third))
    assert not wrong(reading, VALUES)
    return {CellKey(c["table_no"], c["row_key"], c["col_key"]): c["status"] for c in reading.cells}


def only_organisations(third: Sequence[str]) -> bool:
    """Whether nothing is known but what one table by itself names by its rows and its columns."""
    return {key.col_key for key in known(third)} <= {column.key for column in PARTS[1]}


def known(third: Sequence[str]) -> set[CellKey]:
    reading = read(text_with(third))
    assert not wrong(reading, VALUES)
    return reported(reading, "3")


@pytest.mark.parametrize("render", RENDERERS)
def test_pieces_are_read_in_any_order_of_their_rows(render: Render) -> None:
    assert known(pieces(render)) == ALL


@in_turn
@pytest.mark.parametrize("render", RENDERERS)
@pytest.mark.parametrize("blank", [PARTS[1], PARTS[2]], ids=["organisations", "totals"])
def test_columns_of_blank_cells_are_blank(render: Render, blank: Sequence[Column]) -> None:
    found = statuses(pieces(render, blank))
    keys = {column.key for column in blank}
    assert {key for key in ALL if found[key] == "blank"} == {key for key in ALL if key.col_key in keys}
    assert {key for key in ALL if found[key] == "reported"} == {key for key in ALL if key.col_key not in keys}


def test_captions_may_stand_in_rows_of_one_grid() -> None:
    rows: Rows = []
    for caption, own in zip(CAPTIONS, PARTS, strict=True):
        rows += [[caption], *piece(own, PARTS[1])]
    found = statuses(tsv([[*row, *[""] * (10 - len(row))] for row in rows]))
    assert all(
        found[key] == ("blank" if key.col_key in {c.key for c in PARTS[1]} else "reported") for key in ALL
    )


def test_a_piece_may_be_cut_by_a_page() -> None:
    lines = []
    for caption, own in zip(CAPTIONS, PARTS, strict=True):
        cut = piece(own, rows=ORDER[14:])
        cut[len(PARTS) - 1 if len(own) > 1 else 1][:2] = [RESULTS, GROUPS["unable"]]
        lines += [caption, "", *markdown(piece(own, rows=ORDER[:14])), "", *markdown(cut), ""]
    assert known(lines) == ALL


def test_words_that_may_be_of_another_year_prove_nothing() -> None:
    lines = ["上年同期总计" if line == CAPTIONS[2] else line for line in pieces(markdown)]
    assert only_organisations(lines)


def test_a_caption_that_says_otherwise_than_its_header_proves_nothing() -> None:
    lines = ["（一）总计" if line == CAPTIONS[0] else line for line in pieces(markdown)]
    assert only_organisations(lines)


def test_a_strange_label_with_figures_proves_nothing() -> None:
    strange = ["", "", "街道办事处收到的件数", "9001"]
    lines = pieces(markdown)
    at = next(n for n, line in enumerate(lines) if line.startswith(CAPTIONS[1])) - 1
    assert only_organisations([*lines[:at], *markdown([strange])[:1], *lines[at:]])


def test_a_figure_among_labels_proves_nothing() -> None:
    lines = []
    for caption, own in zip(CAPTIONS, PARTS, strict=True):
        rows = piece(own)
        if len(own) > 1:
            rows[4] = [*rows[4][:2], *rows[4][3:], ""]  # a blank cell is lost
        lines += [caption, "", *markdown(rows), ""]
    assert only_organisations(lines)


def test_pieces_that_lack_a_column_prove_nothing() -> None:
    lines = pieces(markdown)
    assert only_organisations(lines[: lines.index(CAPTIONS[2])])


def test_a_merged_cell_over_several_columns_is_no_figure_of_one() -> None:
    lines = pieces(html)
    row, own = ORDER[0], PARTS[1]
    whole = "".join(f"<td>{value(row, c)}</td>" for c in own)
    merged = f'<td colspan="{len(own)}">{value(row, own[0])}</td>'
    text = "\n".join(lines)
    assert whole in text
    found = statuses(text.replace(whole, merged).split("\n"))
    assert all(found[CellKey("3", row.key, c.key)] == "uncertain" for c in own)
    assert found[CellKey("3", row.key, "total")] == "reported"
