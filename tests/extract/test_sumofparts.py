"""A plain header with a column that the form lacks, above rows with as many figures as the form: one vanished from each."""

from __future__ import annotations

from tests.extract.printed import Part, Rows, figures, printed, read, report, reported, running, wrong

VALUES = figures()


def _text(*, whole: bool) -> str:
    def header(part: Part) -> Rows:
        if part.table_no != "3":
            return part.header
        return [["申请人情况"], ["自然人", "法人或其他组织", "总计"], ["小计", *part.header[0][2:7]]]

    parts = []
    for part in printed(VALUES):
        rows = part.rows
        if part.table_no == "3":
            rows = [[*row[:2], "9999", *row[2:]] for row in part.rows]
            # the sum of the parts moved everything, and another cell left no trace
            rows = rows if whole else [[*row[:4], *row[5:]] for row in rows]
        parts.append(Part(part.table_no, part.header, rows, part.keys))
    return report(parts, running, header=header)


def test_rows_with_all_figures_are_read_beside_the_sum_of_parts() -> None:
    reading = read(_text(whole=True))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 25 * 7


def test_rows_with_as_many_figures_as_the_form_are_in_doubt() -> None:
    assert not reported(read(_text(whole=False)), "3")
