"""Figures that belong to no cell, in texts of one figure a line where blanks leave nothing behind."""

from __future__ import annotations

from dataclasses import replace

from tests.extract.printed import change, figures, one_a_line, printed, read, report, reported, row_of, wrong

VALUES = figures()
PARTS = printed(VALUES)


def with_row(parts: list, key: str, *cells: str) -> list:  # type: ignore[type-arg]
    return change(parts, key, [row_of(PARTS, key)[0], *cells])


def test_a_split_figure_fills_the_place_of_a_blank() -> None:
    row = row_of(PARTS, "denied_process_info")[1:]
    hidden = [
        row[0][:1],
        row[0][1:],
        *row[1:5],
        row[6],
    ]  # the first is cut, the sixth was blank: seven all the same
    seen = row_of(PARTS, "new_received")[1:]
    parts = with_row(PARTS, "denied_process_info", *hidden)
    parts = with_row(parts, "new_received", seen[0][:2], seen[0][2:], *seen[1:])
    reading = read(report(parts, one_a_line))
    assert not wrong(reading, VALUES)
    assert not reported(reading, "3")


def test_a_page_number_fills_the_place_of_a_blank() -> None:
    row = row_of(PARTS, "denied_other_law")[1:]
    parts = with_row(PARTS, "denied_other_law", *row[:2], "4", *row[3:])
    parts = with_row(parts, "carried_forward", *row_of(PARTS, "carried_forward")[1:], "9")
    known = {key: value for key, value in VALUES.items() if key.row_key != "denied_other_law"}
    assert not wrong(read(report(parts, one_a_line)), known)


def test_pages_counted_behind_their_rows_hide_nothing() -> None:
    text = report(PARTS, one_a_line)
    lines = text.split("\n")
    for line, page in ((210, "3"), (140, "2"), (70, "1")):
        # behind the next row of figures that ends below that line
        end = next(n for n in range(line, len(lines)) if lines[n - 1].isdigit() and not lines[n].isdigit())
        lines.insert(end, page)
    reading = read("\n".join(lines))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) >= 7 * 20


def test_figures_that_fill_their_columns_are_cut_and_no_others() -> None:
    row = row_of(PARTS, "total_handled")[1:]
    cut = [piece for cell in row[:3] for piece in ("1" + cell, "7")] + list(row[3:])
    reading = read(report(with_row(PARTS, "total_handled", *cut), one_a_line))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 7 * 24


PARAGRAPH = "全年坚持以公开为常态、不公开为例外，" * 5 + "各项制度得到落实。"


def with_one_too_many(at: int, paragraph: str = PARAGRAPH, parts: list = PARTS) -> str:  # type: ignore[type-arg]
    """One row has a figure that is none of its own, in a text whose paragraph stands on one line."""
    row = list(row_of(parts, "rejected_repeat")[1:])
    row.insert(at, "5")
    text = report(with_row(parts, "rejected_repeat", *row), one_a_line)
    return text.replace("全年工作平稳，各项制度得到落实。", paragraph)


def test_one_figure_too_many_is_in_doubt_with_its_row() -> None:
    others = {key for key in VALUES if key.table_no == "3" and key.row_key != "rejected_repeat"}
    for at in (0, 3, 7):
        assert reported(read(with_one_too_many(at)), "3") == others


def test_where_it_may_be_one_of_several_the_others_are_in_doubt_too() -> None:
    # lines of a page, and the number of one: another may fill the place of a blank
    assert not reported(read(with_one_too_many(3, "\n".join([PARAGRAPH[:40], PARAGRAPH[40:80]]))), "3")
    assert not reported(read(with_one_too_many(3, f"{PARAGRAPH}\n— 2 —")), "3")
    # a row that lacks a figure, one that has two too many, and one that is not there
    row = row_of(PARTS, "new_received")[1:]
    short = with_row(PARTS, "new_received", *row[:3], *row[4:])
    assert not reported(read(with_one_too_many(3, parts=short)), "3")
    longer = with_row(PARTS, "new_received", "3", *row[:3], "4", *row[3:])
    assert not reported(read(with_one_too_many(3, parts=longer)), "3")
    again = with_row(PARTS, "new_received", "3", *row)
    assert not reported(read(with_one_too_many(3, parts=again)), "3")
    gone = [
        replace(p, rows=p.rows[:4] + p.rows[5:], keys=p.keys[:4] + p.keys[5:]) if p.table_no == "3" else p
        for p in PARTS
    ]
    assert not reported(read(with_one_too_many(3, parts=gone)), "3")
