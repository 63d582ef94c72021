"""A figure that a drawn table has in one cell over several columns."""

from __future__ import annotations

from tests.extract.printed import box, figures, printed, read, report, reported, wrong

ORGANISATIONS = ("commercial", "research", "social_org", "legal_service", "other_org")


def test_it_is_the_figure_of_none_of_them() -> None:
    values = figures()
    lines = report(printed(values), box).split("\n")
    at = next(n for n, line in enumerate(lines) if "（一）予以公开" in line)
    cells = lines[at].split("│")
    organisations = "│".join(cells[3:8])
    merged = "25".ljust(len(organisations))
    lines[at] = lines[at].replace(organisations, merged)
    for n in (at - 1, at + 1):
        start = len(lines[at][: lines[at].index(merged)].encode("gbk", "replace")) - 1
        end = start + len(merged)
        for i in range(start, end):
            if lines[n][i : i + 1] == "┼":
                lines[n] = lines[n][:i] + ("┴" if n < at else "┬") + lines[n][i + 1 :]
    reading = read("\n".join(lines))
    left = {k: v for k, v in values.items() if k.row_key != "granted" or k.col_key not in ORGANISATIONS}
    assert not wrong(reading, left)
    assert reported(reading) == set(left)
    assert {c["reason"] for c in reading.cells if c["status"] == "uncertain"} == {"row-short"}
