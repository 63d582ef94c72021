"""Labels that are like the form's and not the form's: another sum, another year, a list's number, a group's name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assets.extract.headers.otherlabels import is_anothers
from assets.extract.reading import Reading, read_text
from schemas.form import forms
from tests.extract.printed import figures, printed, read, report, reported, tsv
from tests.turns import in_turn

_ROWS = [(row.key, row.zh) for row in forms()["2021"].table("3").rows]
_NAMES = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
_KEYS = ("natural_person", "commercial", "research", "social_org", "legal_service", "other_org", "total")
_OF_TABLE_TWO = ("本年制发件数", "本年废止件数", "现行有效件数")
_TITLE = "海棠县民政局2022年政府信息公开工作年度报告\n\n"

Cells = dict[tuple[str, str, str], float | str | None]


def _cells(text: str) -> Cells:
    cells = read_text(text, "r.txt", "0" * 32).cells
    return {
        (c["table_no"], c["row_key"], c["col_key"]): c["value"] if c["status"] == "reported" else c["status"]
        for c in cells
    }


def _pipes(*cells: object) -> str:
    return "| " + " | ".join(map(str, cells)) + " |"


def _second(
    names: tuple[str, ...] = _OF_TABLE_TWO, permits: str = "本年处理决定数量", flat: bool = False
) -> str:
    rows = [
        ["第二十条第（一）项"],
        ["信息内容", *names],
        ["规章", 31, 42, 53],
        ["行政规范性文件", 64, 75, 86],
    ]
    rows += [["第二十条第（五）项"], ["信息内容", permits], ["行政许可", 722]]
    rows += [["第二十条第（六）项"], ["信息内容", "本年处理决定数量"], ["行政处罚", 97], ["行政强制", 98]]
    rows += [["第二十条第（八）项"], ["信息内容", "本年收费金额（单位：万元）"], ["行政事业性收费", 345.85]]
    if flat:
        return "\n".join(" ".join(str(cell) for cell in row if cell != "") for row in rows)
    return "\n".join(_pipes(*row, *[""] * (4 - len(row))) for row in rows)


def _report(second: str = "", third: str = "", fourth: str = "") -> Cells:
    """A report with these tables, the others those of the form."""
    form = forms()["2021"]
    second = second or _second()
    rows = [_pipes(label, *_figures(n)) for n, (_, label) in enumerate(_ROWS, 1)]
    third = third or "\n".join([_pipes("项目", *_NAMES), *rows])
    rows = [_pipes(row.zh, 12, 11, 25, 20, 68) for row in form.table("4").rows]
    names = [column.zh for column in form.table("4").columns]
    fourth = fourth or "\n".join([_pipes("类型", *names), *rows])
    parts = zip([form.table(no).zh for no in "234"], (second, third, fourth), strict=True)
    return _cells(
        _TITLE + "\n\n".join(f"{n}、{zh}\n\n{part}" for n, (zh, part) in zip("二三四", parts, strict=True))
    )


def _figures(row: int) -> list[int]:
    """Seven figures of a row, none of them the number of a row in a list."""
    return [100 * row + 13 + column for column in range(7)]


def _third(*names: str) -> Cells:
    rows = [_pipes(label, *_figures(n)) for n, (_, label) in enumerate(_ROWS, 1)]
    return _report(third="\n".join([_pipes("项目", *names), *rows]))


@pytest.mark.parametrize(
    "last", ["组织合计", "合计（法人或其他组织）", "法人或其他组织合计", "小计", "上年总计", "去年合计"]
)
def test_another_sum_in_the_totals_place_costs_that_column_only(last: str) -> None:
    got = _third(*_NAMES[:6], last)
    for n, (row, _) in enumerate(_ROWS, 1):
        assert [got["3", row, key] for key in _KEYS] == [*_figures(n)[:6], "uncertain"]


@pytest.mark.parametrize(
    "last", ["总计", "合计", "总数", "总 计", "总计（件）", "总计（单位：件）", "合计数"]
)
def test_the_total_by_its_other_names_is_the_total(last: str) -> None:
    got = _third(*_NAMES[:6], last)
    assert [got["3", "granted", key] for key in _KEYS] == _figures(3)


def test_a_sum_of_organisations_before_them_moves_none_of_them() -> None:
    got = _third("自然人", "法人或其他组织合计", *_NAMES[1:6])
    assert {got["3", row, key] for row, _ in _ROWS for key in _KEYS[1:]} == {"uncertain"}


@pytest.mark.parametrize(
    ("header", "total"), [("上年总计", "uncertain"), ("审结合计", "uncertain"), ("合计", 68), ("总计", 68)]
)
def test_another_sum_in_table_four_is_not_its_total(header: str, total: float | str) -> None:
    lines = [_pipes("类型", "结果维持", "结果纠正", "其他结果", "尚未审结", header)]
    lines += [_pipes(row.zh, 12, 11, 25, 20, 68) for row in forms()["2021"].table("4").rows]
    got = _report(fourth="\n".join(lines))
    assert (got["4", "review", "upheld"], got["4", "review", "total"]) == (12, total)


def test_a_sum_of_the_suits_before_them_turns_no_columns() -> None:
    upper = ["行政复议", *[""] * 4, "行政诉讼", *[""] * 9]
    middle = [*[""] * 5, "合计", "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 3]
    names = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    lower = [*names, "", *names, *names[:4]]
    figures = [17, 9, 28, 13, 67, 151, 28, 29, 8, 10, 75, 19, 21, 8, 28]
    got = _report(fourth="\n".join(_pipes(*row) for row in (upper, middle, lower, figures)))
    assert {value for key, value in got.items() if key[0] == "4"} == {"uncertain"}


@in_turn
@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["现行有效件数", "本年", "本年"], "uncertain"),
        (["现行有效件数", "", ""], "uncertain"),
        (["本年废止", "本年", "现行"], "uncertain"),
        (["历年制发件数", "历年废止件数", "现行有效件数"], "uncertain"),
        (["本年制发", "本年废止", "现行有效"], 31),
        (["本年制发件数", "", ""], 31),
    ],
)
@pytest.mark.parametrize("flat", [False, True])
def test_a_cut_header_of_table_two_is_read_where_it_keeps_the_order(
    names: list[str], expected: float | str, flat: bool
) -> None:
    got = _report(second=_second(tuple(names), flat=flat))
    assert got["2", "regulations", "issued"] == expected
    assert got["2", "permits", "decisions"] == 722


def test_what_was_accepted_is_not_what_was_decided() -> None:
    got = _report(second=_second(permits="本年受理数量"))
    told = {key[1]: value for key, value in got.items() if key[2] == "decisions"}
    assert told == {"permits": "uncertain", "penalties": 97, "coercion": 98}


def test_a_note_of_the_year_before_in_brackets_is_no_other_column() -> None:
    change = "本年增/减（指与上年相比的增减，减用负值表示，如-8）"
    columns = {c.key: c for c in forms()["2019"].table("2").columns}
    assert not is_anothers(change, columns["change"])
    assert is_anothers("上年增/减", columns["change"])
    assert not is_anothers("上年项目数量", columns["prev_items"])


def _by_applicant(names: list[str]) -> Cells:
    values = {
        name: {label: _figures(n)[_NAMES.index(name)] for n, (_, label) in enumerate(_ROWS, 1)}
        for name in names
    }
    lines = ["{"]
    for name, rows in values.items():
        lines += [f' "{name}": {{', *(f'  "{label}": {figure},' for label, figure in rows.items())]
        lines[-1] = lines[-1].rstrip(",")
        lines.append(" }" if name == names[-1] else " },")
    return _report(third="\n".join([*lines, "}"]))


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4, 5, 6), (0, 5, 1, 2, 3, 4, 6), (6, 5, 0, 1, 2, 3, 4)])
def test_keys_tell_the_columns_wherever_the_other_organisations_stand(order: tuple[int, ...]) -> None:
    got = _by_applicant([_NAMES[i] for i in order])
    for n, (row, _) in enumerate(_ROWS, 1):
        told = [got["3", row, key] for key in _KEYS]
        assert told == _figures(n) or (row == "other_misc" and set(told) <= {"uncertain", "absent"})


def test_records_that_lack_another_key_each_are_no_table_of_fewer_columns() -> None:
    lines = []
    for n, (_, label) in enumerate(_ROWS, 1):
        named = [
            f'"{k}": {v}' for i, (k, v) in enumerate(zip(_NAMES, _figures(n), strict=True)) if i != n % 7
        ]
        lines.append(f'  "{label}": {{{", ".join(named)}}}' + ("," if n < len(_ROWS) else ""))
    got = _report(third="\n".join(["{", *lines, "}"]))
    for n, (row, _) in enumerate(_ROWS, 1):
        for key, value in zip(_KEYS, _figures(n), strict=True):
            assert got["3", row, key] in (value, "uncertain", "absent")


def _listed(place: str, numbers: bool) -> Cells:
    """Rows of plain text without a figure that vanished, list numbers before the figures or at the end of the line above."""
    lines = [" ".join(_NAMES)]
    for n, (_, label) in enumerate(_ROWS, 1):
        number, bare = (label[0], label[2:]) if label[0].isdecimal() else ("", label)
        figures = [str(value) for value in _figures(n)]
        if number:
            del figures[2]
        if numbers and number and place == "own":
            figures.insert(0, number)
        if numbers and number and place == "next":
            lines[-1] += f" {number}"
        lines.append(" ".join([bare, *figures]))
    return _report(third="\n".join(lines))


@pytest.mark.parametrize("place", ["own", "next"])
def test_a_lists_number_fills_no_figure_up(place: str) -> None:
    got = _listed(place, numbers=True)
    numbered = {row for row, label in _ROWS if label[0].isdecimal()}
    assert {got["3", row, key] for row in numbered for key in _KEYS} <= {"uncertain"}
    assert got["3", "new_received", "natural_person"] == _figures(1)[0]


def test_figures_that_happen_to_be_a_rows_number_are_figures() -> None:
    lines = [" ".join(_NAMES)]
    for n, (_, label) in enumerate(_ROWS, 1):
        bare = label[2:] if label[0].isdecimal() else label
        first = [label[0]] if label[0] == "1" else []
        lines.append(" ".join([bare, *first, *map(str, _figures(n)[len(first) :])]))
    got = _report(third="\n".join(lines))
    assert got["3", "denied_state_secret", "natural_person"] == 1
    assert got["3", "denied_other_law", "natural_person"] == _figures(6)[0]


@pytest.mark.parametrize(
    ("label", "is_row"), [("（六）其他", False), ("其他", False), ("六、其他", False), ("3.其他", True)]
)
def test_the_only_row_of_a_group_may_be_the_group(label: str, is_row: bool) -> None:
    lines = [_pipes("项目", *_NAMES)]
    for n, (row, zh) in enumerate(_ROWS, 1):
        if row in ("other_overdue_correction", "other_overdue_fee"):
            continue
        lines.append(_pipes(label if row == "other_misc" else zh, *_figures(n)))
    got = _report(third="\n".join(lines))
    number = [row for row, _ in _ROWS].index("other_misc") + 1
    assert [got["3", "other_misc", key] for key in _KEYS] == (
        _figures(number) if is_row else ["uncertain"] * 7
    )


def test_other_in_its_group_is_its_third_row() -> None:
    lines = [_pipes("项目", *_NAMES)]
    lines += [
        _pipes("其他" if row == "other_misc" else zh, *_figures(n)) for n, (row, zh) in enumerate(_ROWS, 1)
    ]
    got = _report(third="\n".join(lines))
    number = [row for row, _ in _ROWS].index("other_misc") + 1
    assert [got["3", "other_misc", key] for key in _KEYS] == _figures(number)


def _with_gloss(form: str, column: str, gloss: str) -> Reading:
    values = figures(form)
    parts = [
        replace(p, header=[[c + gloss if c == column else c for c in row] for row in p.header])
        for p in printed(values, form)
    ]
    return read(report(parts, tsv))


@pytest.mark.parametrize("gloss", ["（历年累计）", "（历史累计）", "（历年合计）", "（历年累计数）"])
@pytest.mark.parametrize(("form", "column"), [("2019", "对外公开总数量"), ("2021", "现行有效件数")])
def test_a_head_of_all_years_together_may_say_so(form: str, column: str, gloss: str) -> None:
    assert reported(_with_gloss(form, column, gloss)) == set(figures(form))


@pytest.mark.parametrize(
    ("column", "gloss", "key"),
    [
        ("对外公开总数量", "（往年）", "public_total"),
        ("对外公开总数量", "（上年）", "public_total"),
        ("本年新公开数量", "（历年累计）", "published"),
        ("本年新制作数量", "（历年）", "made"),
    ],
)
def test_other_years_in_brackets_make_it_another_head(column: str, gloss: str, key: str) -> None:
    assert not {k for k in reported(_with_gloss("2019", column, gloss), "2") if k.col_key == key}
