"""Blank cells at the ends of all rows of a block: a mark, or the last column."""

from __future__ import annotations

from tests.extract.printed import Rows, figures, printed, read, report, status_of, wrong

VALUES = figures()


def text_of(mark: str, total: bool) -> str:
    """Rows whose merged cells are printed once, those of table 3 cut by the end of a page."""

    def render(rows: Rows) -> list[str]:
        lines = []
        for row in rows:
            cells = row if total or len(row) < 8 or row[7] == "总计" else [*row[:7], ""]
            group = [""] * (2 if row[0][:1].isdecimal() else 1 if row[0][:1] == "（" else 0)
            lines.append("\t".join([*(group if len(row) == 8 and row[7] != "总计" else []), *cells]) + mark)
            if row[0].startswith("7.属于行政执法案卷"):
                lines += ["", "— 2 —", ""]
        return lines

    return report(printed(VALUES), render)


def test_a_blank_column_goes_on_behind_the_end_of_a_page() -> None:
    reading = read(text_of("", total=False))
    assert not wrong(reading, VALUES)
    for row in ("new_received", "denied_admin_inquiry", "total_handled"):
        assert status_of(reading, "3", row) == [*["reported"] * 6, "blank"]


def test_a_mark_behind_every_row_is_no_column() -> None:
    for total in (True, False):
        assert not wrong(read(text_of("\t", total=total)), VALUES)
