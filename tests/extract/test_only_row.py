"""Tables of which little is left, and labels whose explanation stands on a line of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import (
    Part,
    Rows,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    tab_cells,
    tsv,
    wrong,
)


def _only(key: str, parts: list[Part]) -> list[Part]:
    """The parts without the rows of the second section, but for one."""
    out = []
    for part in parts:
        kept = [
            (k, row) for k, row in zip(part.keys, part.rows, strict=True) if part.table_no != "2" or k == key
        ]
        out.append(replace(part, keys=tuple(k for k, _ in kept), rows=[row for _, row in kept]))
    return out


@pytest.mark.parametrize("layout", [tab_cells, tsv])
def test_the_one_row_that_is_left_stands_below_its_header(layout) -> None:  # type: ignore[no-untyped-def]
    values = figures()
    reading = read(report(_only("normative_docs", printed(values)), layout))
    assert len(reported(reading, "2")) == 3
    assert not wrong(reading, values)


def test_a_row_without_its_header_is_no_table() -> None:
    parts = [p if p.table_no != "2" else replace(p, header=[]) for p in printed(figures())]
    reading = read(report(_only("normative_docs", parts), tsv))
    assert not reported(reading, "2")


def test_an_explanation_below_a_label_is_the_labels() -> None:
    values = figures()

    def broken(rows: Rows) -> list[str]:
        out = []
        for line in tsv(rows):
            label, tab, rest = line.partition("\t")
            out += (
                ["\t规章", f"（省、设区的市政府规章，区县以下不填）{tab}{rest}"]
                if label == "规章"
                else [f"\t{line}"]
            )
        return out

    reading = read(report(printed(values), broken))
    assert status_of(reading, "2", "regulations") == ["reported"] * 3
    assert not wrong(reading, values)


@pytest.mark.parametrize(
    ("label", "status"), [("4.无正当理由大量重复申请", "reported"), ("4.重复申请", "absent")]
)
def test_a_word_of_another_label_between_neighbours(label: str, status: str) -> None:
    values = figures()
    parts = printed(values)
    row = row_of(parts, "rejected_excessive")
    reading = read(report(change(parts, "rejected_excessive", [label, *row[1:]]), tsv))
    assert not wrong(reading, values)
    assert (status_of(reading, "3", "rejected_excessive") == ["reported"] * 7) == (status == "reported")
