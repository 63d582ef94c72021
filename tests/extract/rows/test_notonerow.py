"""Labels that hold the form's and are none of one row: sums, joined labels, groups with figures, labels that stand again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assets.extract.labelmatcher import row_matcher
from tests.extract.printed import (
    GRIDS,
    Part,
    Rows,
    change,
    figures,
    html,
    markdown,
    one_a_line,
    pipe_cells,
    printed,
    read,
    report,
    reported,
    row_of,
    running,
    status_of,
    tab_cells,
    trailing,
    tsv,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
LAYOUTS = {
    "tsv": tsv,
    "trailing": trailing,
    "markdown": markdown,
    "html": html,
    "tab_cells": tab_cells,
    "pipe_cells": pipe_cells,
    "running": running,
}
layouts = pytest.mark.parametrize("layout", LAYOUTS)


def rows_of(reading: object, table_no: str) -> set[str]:
    return {key.row_key for key in reported(reading, table_no)}  # type: ignore[arg-type]


def without(parts: list[Part], key: str) -> list[Part]:
    return [
        replace(
            p,
            rows=[r for k, r in zip(p.keys, p.rows, strict=True) if k != key],
            keys=tuple(k for k in p.keys if k != key),
        )
        if key in p.keys
        else p
        for p in parts
    ]


@in_turn
@pytest.mark.parametrize(
    "label",
    [
        "规章及规范性文件",
        "规章、行政规范性文件",
        "规章/规范性文件",
        "规章以及规范性文件",
        "规章行政规范性文件",
        "行政规范性文件和规章",
        "规章（含规范性文件）",
        "行政规范性文件（包括规章）",
    ],
)
@layouts
def test_two_labels_in_one(label: str, layout: str) -> None:
    both = without(PARTS, "regulations")
    text = report(change(both, "normative_docs", [label, "51", "52", "53"]), LAYOUTS[layout])
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert not rows_of(reading, "2") & {"regulations", "normative_docs"}
    assert "permits" in rows_of(reading, "2")


@pytest.mark.parametrize(
    ("label", "row"),
    [
        ("规章（设区的市政府制定的规章）", "regulations"),
        ("规章（设区的市政府制定的规章及规范性文件填报）", "regulations"),
        ("行政规范性文件（不含规章）", "normative_docs"),
        ("行政规范性文件（规章除外）", "normative_docs"),
        ("政府规章", "regulations"),
        ("行政强制措施", "coercion"),
        ("行政处罚（含简易程序）", "penalties"),
        ("行政事业性收费（含其他收费）", "fees"),
    ],
)
def test_glosses_leave_a_label_what_it_is(label: str, row: str) -> None:
    match = row_matcher("2021", "2").match(label)
    assert match is not None
    assert match.key == row


@pytest.mark.parametrize("label", ["其他行政事业性收费", "其它行政事业性收费", "行政处罚（含行政强制）"])
def test_the_rest_of_a_kind_is_another(label: str) -> None:
    assert row_matcher("2021", "2").match(label) is None


def fourth(*rows: list[str]) -> list[Part]:
    header = [["类别", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]]
    (part,) = [p for p in PARTS if p.table_no == "4"]
    return [*[p for p in PARTS if p.table_no != "4"], replace(part, header=header, rows=list(rows))]


def of_suits(row: str) -> list[str]:
    return [VALUES[key] for key in VALUES if key.table_no == "4" and key.row_key == row]


@in_turn
@pytest.mark.parametrize("label", ["行政诉讼（合计）", "二、行政诉讼（合计）", "行政诉讼（二审）"])
@pytest.mark.parametrize("after", ["复议后起诉", ""])
@pytest.mark.parametrize("layout", ["tsv", "trailing", "markdown", "html", "tab_cells", "running"])
def test_a_sum_of_the_suits_is_none_of_them(label: str, after: str, layout: str) -> None:
    rows = [["行政复议", *of_suits("review")], [label, "51", "52", "53", "54", "55"]]
    rows += [[after, *of_suits("suit_after_review")]] if after else []
    reading = read(report(fourth(*rows), LAYOUTS[layout]))
    assert not wrong(reading, VALUES)
    assert "review" in rows_of(reading, "4")


def test_a_blank_row_below_the_sum_takes_none_of_it() -> None:
    rows = [
        ["行政复议", *of_suits("review")],
        ["行政诉讼（合计）", "51", "52", "53", "54", "55"],
        ["复议后起诉", *[""] * 5],
    ]
    assert not wrong(read(report(fourth(*rows), tsv)), {**VALUES})


@pytest.mark.parametrize(
    "labels",
    [
        ("行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"),
        ("行政诉讼（直接起诉）", "复议后起诉"),
        ("行政诉讼·未经复议直接起诉", "行政诉讼·复议后起诉"),
    ],
)
def test_suits_behind_the_name_of_their_group_are_read(labels: tuple[str, str]) -> None:
    keys = ["suit_direct", "suit_after_review"]
    rows = [[label, *of_suits(key)] for label, key in zip(labels, keys, strict=True)]
    reading = read(report(fourth(["行政复议", *of_suits("review")], *rows), tsv))
    assert not wrong(reading, VALUES)
    assert rows_of(reading, "4") == {"review", *keys}


def one_row_for_the_group(label: str, blank: str) -> list[Part]:
    found = PARTS
    for key in ("other_overdue_correction", "other_overdue_fee"):
        found = without(found, key)
    found = change(found, blank, [row_of(found, blank)[0]])
    return change(found, "other_misc", [label, *map(str, range(51, 58))])


PLAIN = {"running": running, "one_a_line": one_a_line}


@pytest.mark.parametrize("layout", PLAIN)
def test_figures_behind_a_group_are_not_those_of_the_blank_row_above(layout: str) -> None:
    parts = one_row_for_the_group("（六）其他处理", "rejected_reconfirm")
    reading = read(report(parts, PLAIN[layout]))
    assert not wrong(reading, VALUES)
    assert "rejected_publication" in rows_of(reading, "3")


@pytest.mark.parametrize("layout", PLAIN)
def test_a_group_above_the_label_of_its_own_row_leaves_it(layout: str) -> None:
    first = row_of(PARTS, "other_overdue_correction")

    def with_group(rows: Rows) -> list[str]:
        lines = PLAIN[layout](rows)
        at = next((n for n, line in enumerate(lines) if line.startswith(first[0][:12])), None)
        return lines if at is None else [*lines[:at], "（六）其他处理", *lines[at:]]

    reading = read(report(PARTS, with_group))
    assert not wrong(reading, VALUES)
    assert {"other_overdue_correction", "rejected_reconfirm"} <= rows_of(reading, "3")


@in_turn
@pytest.mark.parametrize("word", ["合计", "小计", "总计"])
@pytest.mark.parametrize("layout", PLAIN)
def test_a_sum_below_the_last_row_is_not_its_own(word: str, layout: str) -> None:
    parts = change(PARTS, "carried_forward", [row_of(PARTS, "carried_forward")[0]])
    (third,) = [p for p in parts if p.table_no == "3"]
    more = replace(third, rows=[*third.rows, [word, *map(str, range(51, 58))]], keys=(*third.keys, "sum"))
    reading = read(report([more if p is third else p for p in parts], PLAIN[layout]))
    assert not wrong(reading, VALUES)
    assert {"granted", "rejected_repeat"} <= rows_of(reading, "3")


@pytest.mark.parametrize(
    ("key", "table_no", "second"),
    [
        ("penalties", "2", ["行政处罚（简易程序）", "51"]),
        ("coercion", "2", ["行政强制措施", "51"]),
    ],
)
@pytest.mark.parametrize("layout", ["one_a_line", "running", "pipe_cells"])
def test_a_row_of_a_part_below_a_blank_one(key: str, table_no: str, second: list[str], layout: str) -> None:
    printed_ = []
    for part in PARTS:
        rows = []
        for k, row in zip(part.keys, part.rows, strict=True):
            blank = [row[0], ""] if layout == "pipe_cells" else [row[0]]
            rows += [blank, second] if (k, part.table_no) == (key, table_no) else [row]
        keys = tuple(str(n) for n in range(len(rows))) if len(rows) != len(part.rows) else part.keys
        printed_.append(replace(part, rows=rows, keys=keys))
    write = {"one_a_line": one_a_line, "running": running, "pipe_cells": pipe_cells}[layout]
    reading = read(report(printed_, write))
    assert not wrong(reading, VALUES)
    assert "permits" in rows_of(reading, "2")


def with_short_twin(figures_: list[str], layout: str, label: str | None = None) -> str:
    (third,) = [p for p in PARTS if p.table_no == "3"]
    at = third.keys.index("granted")
    twin = [label or third.rows[at][0], *figures_]
    more = replace(
        third,
        rows=[*third.rows[: at + 1], twin, *third.rows[at + 1 :]],
        keys=(*third.keys[: at + 1], "twin", *third.keys[at + 1 :]),
    )
    return report([more if p is third else p for p in PARTS], PLAIN[layout])


@pytest.mark.parametrize("layout", PLAIN)
def test_a_label_twice_of_which_one_row_lacks_figures(layout: str) -> None:
    reading = read(with_short_twin(["51", "52", "53", "54", "55", "56"], layout))
    assert not wrong(reading, VALUES)
    assert "granted" not in rows_of(reading, "3")
    assert "new_received" in rows_of(reading, "3")


def of_page(*, over_rows: str, label_too: bool = False) -> str:
    """A page whose figure of penalties is merged over the row below, which has a label of its own unless that is merged, too."""
    lines = report(PARTS, html).split("\n")
    value = VALUES[next(k for k in VALUES if k.row_key == "penalties")]
    below = VALUES[next(k for k in VALUES if k.row_key == "coercion")]
    text = "\n".join(lines)
    text = text.replace(f"<td>{value}</td>", f'<td rowspan="{over_rows}">{value}</td>')
    if label_too:
        text = text.replace("<td>行政处罚</td>", f'<td rowspan="{over_rows}">行政处罚</td>')
        return text.replace("<td>行政强制</td>", "<td></td>").replace(f"<td>{below}</td>", "")
    return text.replace(f"<td>{below}</td>", "")


def test_a_figure_merged_over_two_rows_is_of_none_alone() -> None:
    reading = read(of_page(over_rows="2"))
    found = {c["row_key"]: c["status"] for c in reading.cells if c["row_key"] in ("penalties", "coercion")}
    assert set(found.values()) == {"uncertain"}
    assert "permits" in rows_of(reading, "2")


def test_a_row_merged_with_its_label_is_one_row() -> None:
    assert "penalties" in rows_of(read(of_page(over_rows="2", label_too=True)), "2")


def test_every_layout_is_read_whole() -> None:
    for write in (*GRIDS.values(), running, one_a_line):
        reading = read(report(PARTS, write))
        assert not wrong(reading, VALUES)


@pytest.mark.parametrize("word", ["小计", "本单位小计", "4.小计", "3.合计", "3.汇总"])
def test_a_sum_in_the_place_of_a_row_is_not_that_row(word: str) -> None:
    """A cell a line: 3.其他 is left out, and the sum of the group stands there."""
    parts = printed(VALUES)
    row = row_of(parts, "other_misc")
    reading = read(report(change(parts, "other_misc", [word, *row[1:]]), one_a_line))
    assert set(status_of(reading, "3", "other_misc")) == {"uncertain"}
    assert len(reported(reading)) == len(VALUES) - 7
