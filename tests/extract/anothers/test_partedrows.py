"""One row of the form printed as two, each with another word beside the label."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import (
    GRIDS,
    PLAIN,
    Part,
    cells_of,
    figures,
    printed,
    read,
    report,
    reported,
    wrong,
)
from tests.turns import in_turn

LAYOUTS = {**{name: GRIDS[name] for name in ("tsv", "tab_cells", "closed", "html", "box")}, **PLAIN}
every_layout = pytest.mark.parametrize("layout", LAYOUTS)
OWN = figures()


def parted(key: str, labels: tuple[str, str], again: list[str] | None = None) -> list[Part]:
    """The parts with the row of a key twice, each under its label; the second with the figures of the first, or others."""
    parts = []
    for part in printed(OWN):
        rows = []
        for own, row in zip(part.keys, part.rows, strict=True):
            other = [labels[1].format(row[0]), *(again or row[1:])]
            rows += [[labels[0].format(row[0]), *row[1:]], other] if own == key else [row]
        parts.append(replace(part, rows=rows))
    return parts


@in_turn
@every_layout
@pytest.mark.parametrize("key", ["regulations", "permits", "fees"])
@pytest.mark.parametrize(
    "labels",
    [
        ("{}（本级）", "{}（下属单位）"),
        ("{}（新办）", "{}（延续）"),
        ("本级{}", "下级{}"),
        ("其中：{}", "其中：{}"),
    ],
)
def test_neither_row_of_table_2_is_the_forms(layout: str, key: str, labels: tuple[str, str]) -> None:
    reading = read(report(parted(key, labels), LAYOUTS[layout]))
    left = {k: v for k, v in OWN.items() if k.row_key != key}
    assert not wrong(reading, left)
    if layout in GRIDS:
        assert reported(reading) >= {k for k in left if k.table_no != "2"}


@in_turn
@every_layout
@pytest.mark.parametrize("labels", [("{}（县本级）", "{}（乡镇）"), ("{}（网络）", "{}（信函）")])
def test_neither_row_of_table_3_is_the_forms(layout: str, labels: tuple[str, str]) -> None:
    reading = read(report(parted("granted", labels, ["", "3", "", "", "", "", ""]), LAYOUTS[layout]))
    assert not wrong(reading, {k: v for k, v in OWN.items() if k.row_key != "granted"})


@every_layout
def test_of_rows_of_two_years_the_reports_own_is_taken(layout: str) -> None:
    labels = ("{}（2022年）", "{}（2021年）")
    parts = parted("regulations", labels, ["1", "2", "3"])
    assert not wrong(read(report(parts, LAYOUTS[layout])), OWN)


def test_last_years_row_is_not_taken_where_this_years_is_blank() -> None:
    labels = ("{}（2021年）", "{}（2022年）")
    parts = parted("regulations", labels, ["", "", ""])
    left = {k: v for k, v in OWN.items() if k.row_key != "regulations"}
    for render in LAYOUTS.values():
        assert not wrong(read(report(parts, render)), left)


@in_turn
@every_layout
@pytest.mark.parametrize("label", ["{}（设区的市填报）", "{}（含备案）", "各类{}"])
def test_one_word_beside_a_label_parts_nothing(layout: str, label: str) -> None:
    parts = [
        replace(
            p,
            rows=[
                [label.format(r[0]) if k == "permits" else r[0], *r[1:]]
                for k, r in zip(p.keys, p.rows, strict=True)
            ],
        )
        for p in printed(OWN)
    ]
    found = cells_of(read(report(parts, LAYOUTS[layout])))
    assert {k for k, c in found.items() if c["status"] == "reported" and k.table_no == "2"} == {
        k for k in OWN if k.table_no == "2"
    }


def test_suits_named_in_brackets_are_rows_of_their_own() -> None:
    lines = ["行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"]
    table = next(p for p in printed(OWN) if p.table_no == "4")
    rows = [[label, *table.rows[0][5 * n : 5 * n + 5]] for n, label in enumerate(lines)]
    parts = [
        replace(p, header=[["类型", *p.header[2][:5]]], rows=rows) if p.table_no == "4" else p
        for p in printed(OWN)
    ]
    assert len(reported(read(report(parts, GRIDS["tsv"])), "4")) == 15


@in_turn
@pytest.mark.parametrize("layout", ["tsv", "tab_cells", "closed", "html"])
@pytest.mark.parametrize("key", ["normative_docs", "permits", "carried_forward"])
def test_a_row_parted_by_a_dash(layout: str, key: str) -> None:
    reading = read(report(parted(key, ("{}—新办", "{}—延续")), LAYOUTS[layout]))
    assert not wrong(reading, {k: value for k, value in OWN.items() if k.row_key != key})
