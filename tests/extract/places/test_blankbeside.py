"""Rows with a cell more than columns where two are blank in all of them: one among the columns, one behind."""

from __future__ import annotations

from tests.extract.printed import Part, Rows, figures, printed, read, report, reported, wrong

VALUES = figures("2021")
ORDER = ["natural_person", "commercial", "research", "social_org", "legal_service", "other_org", "total"]


def drawn(blank: str | None, spurious: int | None, *, header: bool) -> str:
    """Table 3 as bars, one column blank throughout, a cell of no column before that with number `spurious`."""

    def put(rows: Rows) -> Rows:
        out = []
        for row in rows:
            cells = list(row)
            if len(cells) == 8 and cells[-1].isdecimal():
                cells = [
                    cells[0],
                    *("" if key == blank else c for key, c in zip(ORDER, cells[1:], strict=True)),
                ]
            if len(cells) == 8 and spurious is not None:
                cells.insert(spurious + 1, "")
            out.append(cells)
        return out

    parts = [
        Part(p.table_no, p.header if header or p.table_no != "3" else [], put(p.rows), p.keys)
        for p in printed(VALUES)
    ]
    return report(parts, lambda rows: ["|" + "|".join(row) + "|" for row in rows])


def test_which_of_two_blank_columns_is_none_of_the_forms_is_not_known() -> None:
    left = {k: v for k, v in VALUES.items() if k.table_no != "3" or k.col_key != "total"}
    reading = read(drawn("total", 3, header=False))
    assert not wrong(reading, left)
    assert not reported(reading, "3")


def test_one_column_blank_throughout_is_the_forms() -> None:
    left = {k: v for k, v in VALUES.items() if k.table_no != "3" or k.col_key != "legal_service"}
    reading = read(drawn("legal_service", None, header=False))
    assert not wrong(reading, left)
    assert reported(reading, "3") == {k for k in left if k.table_no == "3"}
