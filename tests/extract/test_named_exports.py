"""Figures named one by one, as exports and models of language write them: documents of JSON, points, paths, lists of YAML.

Beside each way of printing stands the nearest in which a figure is another's, or in which nobody can know whose it is.
"""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from schemas.form import CellKey, forms
from tests.extract.byname.test_named import LAST_YEAR, Record, records, sentences, text
from tests.extract.printed import (
    HEADINGS,
    TITLE,
    cells_of,
    figures,
    printed,
    read,
    report,
    reported,
    status_of,
    wrong,
)

VALUES = figures()
PROSE = "全年工作平稳。\n改进情况：针对上年提出的5个问题，新增栏目16个，组织学习797人次。\n存在的主要问题：与上年相比，人员流动大，更换8人。"


def document(tables: dict[str, Record], more: Record | None = None, indent: int | None = None) -> str:
    """All of a report as records of one document."""
    own = {HEADINGS[no]: {**(more or {}), **table} for no, table in tables.items()}
    return json.dumps({"title": TITLE, "总体情况": PROSE, **own}, ensure_ascii=False, indent=indent)


def beneath(join: str) -> Callable[[str, Record], Record]:
    """Names of columns with that of their group before them; `join` has both in it."""
    inside = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
    return lambda _, record: {
        join.format("法人或其他组织", c) if "自然人" in record and c in inside else c: v
        for c, v in record.items()
    }


def points(change: Callable[[str, Record], Record], lead: str = "- ", between: str | None = None) -> str:
    """A line for each row: its label, behind those of its groups, and its figures behind their names."""
    form = forms()["2021"]
    bodies = {}
    for table in form.tables:
        lines = []
        for block in table.blocks:
            for row in block.rows:
                groups = [g.zh for g in reversed(table.ancestors(row.key))] if between else []
                own = {c.zh: int(VALUES[CellKey(table.no, row.key, c.key)]) for c in block.columns}
                pairs = "，".join(f"{c}：{v}" for c, v in change(row.key, own).items())
                lines.append(f"{lead}**{(between or '').join([*groups, row.zh])}**：{pairs}")
        bodies[table.no] = lines
    return text(bodies)


def nested_points(record: Record, indent: str = "") -> list[str]:
    lines = []
    for key, value in record.items():
        if isinstance(value, dict):
            lines += [f"{indent}- **{key}**", *nested_points(value, indent + "  ")]
        else:
            lines.append(f"{indent}- {key}：{value}")
    return lines


def wide(figure: int) -> str:
    return str(figure).translate({ord(str(d)): chr(0xFF10 + d) for d in range(10)})


READ = {
    "document on one line": document(records()),
    "document": document(records(), indent=4),
    "document, prefixed": document(records(beneath("{}（{}）"))),
    "points, mark": points(beneath("{}-{}")),
    "points, brackets, path": points(beneath("{}（{}）"), between=" > "),
    "points, space": points(beneath("{} {}"), between=" "),
    "numbered points": points(beneath("{}（{}）"), lead="1. "),
    "nested points": text({no: nested_points(table) for no, table in records().items()}),
    "points below labels": sentences(
        records(), lambda row, r: "\n".join([f"{row}：", *(f"- {c}：{v}" for c, v in r.items())])
    ),
    "points below prose": points(beneath("{}-{}")).replace("全年工作平稳。", PROSE),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_every_figure_is_read_where_it_is_named(name: str) -> None:
    reading = read(READ[name])
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
    lines = READ[name].split("\n")
    assert all(cell["raw"] in lines[cell["line_start"] - 1] for cell in cells_of(reading).values())


def test_a_document_may_hold_records_and_lists() -> None:
    form, tables = forms()["2021"], records()
    columns = form.table("3").columns
    listed = [
        {"项目": r.zh, **{c.zh: int(VALUES[CellKey("3", r.key, c.key)]) for c in columns}}
        for r in form.table("3").rows
    ]
    (last,) = [part for part in printed(VALUES) if part.table_no == "4"]
    whole = {
        "title": TITLE,
        HEADINGS["2"]: tables["2"],
        HEADINGS["3"]: listed,
        HEADINGS["4"]: {"rows": [*last.header, *last.rows]},
    }
    for indent in (None, 2):
        reading = read(json.dumps(whole, ensure_ascii=False, indent=indent))
        assert not wrong(reading, VALUES)
        assert reported(reading) == set(VALUES)


def last_year(_: str, record: Record) -> Record:
    return {c: v + LAST_YEAR for c, v in record.items()}


OTHERS = {
    "document of last year": document(records(last_year), {"说明": "以下为上年数据"}),
    "points of last year": points(last_year).replace("全年工作平稳。", "说明：以下为上年数据。"),
    "points below a label without its mark": sentences(
        records(),
        lambda row, r: "\n".join([row if "重复" in row else f"{row}：", *(f"- {c}：{v}" for c, v in r.items())]),
    ),
    "document of two years": document(
        records(lambda row, r: {"2021年": last_year(row, r), "2022年": r})
    ),
    "sum of organisations": points(
        lambda _, r: {
            f"法人或其他组织（{c}）" if c == "总计" else c: v + LAST_YEAR * (c == "总计") for c, v in r.items()
        }
        if "自然人" in r
        else r
    ),
    "sum of a group": sentences(
        records(), lambda row, r: f"- （五）不予处理 总计：{'，'.join(f'{c}：{v + LAST_YEAR}' for c, v in r.items())}"
    ),
    "others of a group": sentences(
        records(), lambda row, r: f"- （三）不予公开-其他：{'，'.join(f'{c}：{v + LAST_YEAR}' for c, v in r.items())}"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_another_s_is_not_given(name: str) -> None:
    assert not wrong(read(OTHERS[name]), VALUES)


def test_a_label_that_lost_letters_is_a_row_among_rows_to_the_letter() -> None:
    whole = points(beneath("{}-{}"))
    reading = read(whole.replace("一、本年新收政府信息公开申请数量", "一、本年新收政府信息公开数量"))
    assert not wrong(reading, VALUES)
    assert set(status_of(reading, "3", "new_received")) == {"reported"}


def test_a_label_of_another_year_is_no_label_that_lost_letters() -> None:
    whole = points(beneath("{}-{}"))
    reading = read(whole.replace("一、本年新收政府信息公开申请数量", "上年新收政府信息公开申请数量"))
    assert set(status_of(reading, "3", "new_received")) == {"absent"}


def test_full_width_figures_and_words_for_an_empty_cell() -> None:
    odd = points(lambda _, r: {c: "（空）" if c == "科研机构" else wide(v) for c, v in r.items()})
    reading = read(odd)
    assert not wrong(reading, VALUES)
    assert status_of(reading, "3", "granted", "research") == ["blank"]
    assert status_of(reading, "3", "granted", "social_org") == ["reported"]


def test_a_word_of_change_before_a_figure_is_no_name() -> None:
    values = figures("2019")
    lines = [TITLE, "", "二、主动公开政府信息情况"]
    for block in forms()["2019"].table("2").blocks:
        for row in block.rows:
            lines += [f"{row.zh}:"]
            for column in block.columns:
                figure = values[CellKey("2", row.key, column.key)]
                lines.append(f"  {column.zh}: {'减少' if column.key == 'change' else ''}{figure}")
    cells = {(c["row_key"], c["col_key"]): c for c in read("\n".join(lines)).cells if c["table_no"] == "2"}
    assert cells["permits", "change"]["value"] == -float(values[CellKey("2", "permits", "change")])
    assert cells["permits", "decisions"]["status"] == "reported"


def of_dashes(rows: list[list[str]]) -> list[str]:
    lines = ["- type: table", "  rows:"]
    for row in rows:
        for at, cell in enumerate(row):
            quoted = f"'{cell}'" if not cell or cell[0].isdigit() else cell
            lines.append(f"{'  - - ' if at == 0 else '    - '}{quoted}")
    return lines


def of_brackets(rows: list[list[str]]) -> list[str]:
    return ["rows:", *(f"- [{', '.join(cell or 'null' for cell in row)}]" for row in rows)]


def fenced(rows: list[list[str]]) -> list[str]:
    lines = ["::: grid"]
    for row in rows:
        lines.append("::: row")
        for cell in row:
            lines += ["::: {.cell .c1}", *([cell] if cell else []), ":::", ""]
        lines += [":::", ""]
    return [*lines, ":::"]


def contained(rows: list[list[str]]) -> list[str]:
    lines = [".. container:: grid", ""]
    for row in rows:
        lines += ["   .. container:: row", ""]
        for cell in row:
            lines += ["      .. container:: cell c1", "", *([f"         {cell}", ""] if cell else [])]
    return lines


GRIDS = {"dashes": of_dashes, "brackets": of_brackets, "fences": fenced, "containers": contained}


@pytest.mark.parametrize("name", GRIDS)
def test_rows_of_lists_and_blocks_are_read(name: str) -> None:
    reading = read(report(printed(VALUES), GRIDS[name]))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("name", GRIDS)
def test_a_blank_cell_of_a_list_or_a_block_keeps_its_place_and_a_lost_one_leaves_doubt(name: str) -> None:
    values = {**VALUES, CellKey("3", "granted", "research"): ""}
    whole = printed(values)
    reading = read(report(whole, GRIDS[name]))
    assert not wrong(reading, VALUES)
    assert status_of(reading, "3", "granted", "social_org") == ["reported"]
    for part in whole:
        for row in part.rows:
            if part.table_no == "3" and "" in row:
                row.remove("")
    reading = read(report(whole, GRIDS[name]))
    assert not wrong(reading, VALUES)
    assert "reported" not in status_of(reading, "3", "granted")
