"""Headers in words of their own, or in part, whose order is not the form's: no figure under them is given."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.reading import read_text
from schemas.form import forms
from tests.turns import in_turn

_TITLE = "海棠县民政局2022年政府信息公开工作年度报告\n\n"
_THIRD = forms()["2021"].table("3")
_GROUP = "法人或其他组织"
_LOWER = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]

_PRINT: dict[str, Callable[[list[str]], str]] = {
    "pipes": lambda cells: "| " + " | ".join(cells) + " |",
    "tabs": "\t".join,
    "words": lambda cells: " ".join(filter(None, cells)),
    "lines": lambda cells: "\n".join(filter(None, cells)),
}


def _read(text: str, table_no: str) -> dict[tuple[str, str], float | str | None]:
    return {
        (c["row_key"], c["col_key"]): c["value"] if c["status"] == "reported" else c["status"]
        for c in read_text(_TITLE + text, "r.txt", "0" * 32).cells
        if c["table_no"] == table_no
    }


def _third(
    layout: str, header: list[list[str]], below: str = ""
) -> dict[tuple[str, str], float | str | None]:
    rows = [["", *words] for words in header]
    rows += [[row.zh, *(str(20 * n + i) for i in range(7))] for n, row in enumerate(_THIRD.rows, 1)]
    text = "三、收到和处理政府信息公开申请情况\n" + "\n".join(map(_PRINT[layout], rows))
    return _read(f"{text}\n{below}\n五、存在的主要问题及改进情况\n无。\n", "3")


@in_turn
@pytest.mark.parametrize("layout", _PRINT)
@pytest.mark.parametrize(
    "names",
    [
        ["公民", "科研单位", "企业", "社会组织", "法律机构", "其它", "合计"],
        ["自然人", "科研", "商业", "社会公益", "法律服务", "其他", "总计"],
        ["自", "科", "商", "社", "法", "其", "总"],
        ["Person", "Research", "Business", "NGO", "Legal", "Other", "Total"],
    ],
)
def test_other_words_in_another_order_give_nothing_wrong(layout: str, names: list[str]) -> None:
    got = _third(layout, [names])
    assert got["granted", "commercial"] in ("uncertain", 62)
    assert got["granted", "research"] in ("uncertain", 61)


@pytest.mark.parametrize("layout", _PRINT)
def test_other_words_in_the_forms_order_are_read(layout: str) -> None:
    got = _third(layout, [["自然人", "商业", "科研", "社会公益", "法律服务", "其他", "总计"]])
    assert got["granted", "research"] == 62


@pytest.mark.parametrize("upper", [["自然人", "总计", _GROUP], ["总计", "自然人", _GROUP]])
def test_a_group_behind_the_total_in_a_cell_a_line_is_not_the_forms(upper: list[str]) -> None:
    assert set(_third("lines", [upper, _LOWER]).values()) == {"uncertain"}


def test_a_group_between_the_columns_beside_it_is_the_forms() -> None:
    assert _third("lines", [["自然人", _GROUP, "总计"], _LOWER])["granted", "total"] == 66


def test_a_group_in_front_stands_above_the_columns_beside_it_or_left_of_them() -> None:
    """A page gives it first for its height, and a program that goes from cell to cell for its place."""
    assert set(_third("lines", [[_GROUP, "自然人", "总计"], _LOWER]).values()) == {"uncertain"}


# a table 3 that tells the form
_BEFORE = "\n".join(
    [
        "三、收到和处理政府信息公开申请情况",
        _PRINT["pipes"](["", "自然人", *_LOWER, "总计"]),
        *(_PRINT["pipes"]([row.zh, *map(str, range(7))]) for row in _THIRD.rows),
        "\n四、政府信息公开行政复议、行政诉讼情况\n",
    ]
)


def _fourth(layout: str, names: list[str]) -> dict[tuple[str, str], float | str | None]:
    lines = [
        ["行政复议", *[""] * 4, "行政诉讼", *[""] * 9],
        [*[""] * 5, "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4],
        names * 3,
        list(map(str, range(11, 26))),
    ]
    text = "\n".join(map(_PRINT[layout], lines))
    return _read(f"{_BEFORE}{text}\n\n五、存在的主要问题及改进情况\n无。\n", "4")


@in_turn
@pytest.mark.parametrize("layout", _PRINT)
@pytest.mark.parametrize(
    ("names", "is_read"),
    [
        (["维持", "纠正", "其他", "未审结", "合计"], True),
        (["合计", "维持", "纠正", "其他", "未审结"], False),
        (["纠正", "维持", "其他", "未结", "合计"], False),
    ],
)
def test_other_words_of_table_4(layout: str, names: list[str], is_read: bool) -> None:
    assert _fourth(layout, names)["review", "upheld"] == (11 if is_read else "uncertain")


def test_table_4_in_rows_is_read_by_its_header_only() -> None:
    rows = "".join(
        f"| {kind} | 13 | 9 | 2 | 1 | 1 |\n" for kind in ("行政复议", "未经复议直接起诉", "复议后起诉")
    )
    names = "| 类型 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 |\n"
    assert set(_read(_BEFORE + rows, "4").values()) == {"uncertain"}
    assert _read(_BEFORE + names + rows, "4")["review", "total"] == 13


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (["3", "5", "5"], {"purchase_items": 3, "purchase_amount": 5}),
        (["0", "0"], {"purchase_items": "uncertain", "purchase_amount": "uncertain"}),
        (["3", "5", "6"], {"purchase_items": "uncertain", "purchase_amount": "uncertain"}),
    ],
)
def test_a_label_printed_again_repeats_its_figure(figures: list[str], expected: dict[str, object]) -> None:
    cells = []
    for block in forms()["2019"].table("2").blocks:
        names = [c.zh for c in block.columns]
        is_last = block.rows[0].key == "procurement"
        cells += [
            block.clause.zh if block.clause else "",
            "信息内容",
            *names,
            *(names[-1:] if is_last else []),
        ]
        for row in block.rows:
            cells += [row.zh, *(figures if is_last else map(str, range(1, len(names) + 1)))]
    text = "二、主动公开政府信息情况\n\n" + "\n\n".join(cells)
    got = _read(text + "\n\n三、收到和处理政府信息公开申请情况\n", "2")
    assert {key: value for (row, key), value in got.items() if row == "procurement"} == expected
    assert got["regulations", "public_total"] == 3


@in_turn
@pytest.mark.parametrize("layout", _PRINT)
@pytest.mark.parametrize(("first", "expected"), [("商业企业", 61), ("科研机构", "uncertain")])
def test_a_header_behind_the_rows(layout: str, first: str, expected: object) -> None:
    second = "科研机构" if first == "商业企业" else "商业企业"
    below = _PRINT[layout](["", "自然人", first, second, *_LOWER[2:], "总计"])
    assert _third(layout, [], below)["granted", "commercial"] == expected


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("全年收到申请，其中自然人61件。", "uncertain"),
        ("全年收到申请，其中自然人60件、商业企业61件。", 60),
        ("全年收到申请，其中自然人7件、商业企业1000件。", 60),
    ],
)
def test_prose_against_a_table_without_header(prose: str, expected: object) -> None:
    rows = [[row.zh, *(str(20 * n + i) for i in range(7))] for n, row in enumerate(_THIRD.rows, 1)]
    table = "\n".join(map(_PRINT["pipes"], rows))
    text = f"一、总体情况\n{prose}\n\n三、收到和处理政府信息公开申请情况\n"
    assert _read(text + table, "3")["granted", "natural_person"] == expected
    named = _PRINT["pipes"](["", "自然人", *_LOWER, "总计"])
    assert _read(f"{text}{named}\n{table}", "3")["granted", "natural_person"] == 60


def _saved(cells: list[str]) -> str:
    """A row of a page that was saved with the lines of its source: several empty ones between any two cells."""
    return "\n      \n\n\n\n        ".join(["", *filter(None, cells)]) + "\n      \n\n\n"


@pytest.mark.parametrize("at", range(7))
def test_a_header_with_many_empty_lines_is_read_from_its_first_word(
    at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is given by the order of the form where the first words of a long header tell another."""
    monkeypatch.setitem(_PRINT, "saved", _saved)
    note = _THIRD.note or ""
    own = [[note], ["申请人情况"], ["自然人", _GROUP, "总计"], _LOWER]
    assert sum(isinstance(value, float) for value in _third("saved", own).values()) == 175
    other = [*_LOWER[:2], *_LOWER[2:]]
    other[at % 5], other[(at + 2) % 5] = other[(at + 2) % 5], other[at % 5]
    upper = ["总计", _GROUP, "自然人"] if at > 4 else ["自然人", _GROUP, "总计"]
    got = _third("saved", [[note], ["申请人情况"], upper, other if at < 5 else _LOWER])
    assert not [
        key for key, value in got.items() if isinstance(value, float) and not _fits(key, value, other, at)
    ]


def _fits(key: tuple[str, str], value: float, lower: list[str], at: int) -> bool:
    """Whether a figure is that of the column which the header names."""
    if at > 4:
        return False
    keys = {c.zh: c.key for c in _THIRD.blocks[0].columns}
    order = [keys["自然人"], *(keys[name] for name in lower), keys["总计"]]
    return int(value) % 20 == order.index(key[1])


def _stepped(lower: list[str]) -> list[list[str]]:
    """A header in lines of one or two words, which begin where the words of a PDF's narrow cells happen to."""
    first, second, third, fourth, fifth = lower
    lines = [f"  自 然人 {_GROUP}  总 计", f"  {first[:2]} ", f" {first[2:]}   {second[:2]}"]
    lines += [f" {second[2:]}  {third}", f" {fourth}", "", f" {fifth[:1]} {fifth[1:]}"]
    return [["\n".join(lines)]]


def test_words_above_running_figures_stand_in_no_columns() -> None:
    got = _third("words", _stepped(_LOWER))
    assert (got["granted", "natural_person"], got["granted", "commercial"]) == (60, 61)
    assert got["granted", "other_org"] == 65


def test_the_order_of_such_words_counts() -> None:
    got = _third("words", _stepped([_LOWER[0], _LOWER[1], _LOWER[3], _LOWER[2], _LOWER[4]]))
    assert got["granted", "social_org"] in ("uncertain", 64)
    assert got["granted", "legal_service"] in ("uncertain", 63)
