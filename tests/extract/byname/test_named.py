"""Figures that are named one by one: in long tables, YAML, JSON, paths and sentences; and such as only look like them.

Every text is the whole report with a figure of its own in each cell, so that one read in the wrong place shows.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import HEADINGS, TITLE, cells_of, figures, read, reported, status_of, wrong
from tests.turns import in_turn

VALUES = figures()
Record = dict[str, Any]
# (group labels, row label, column label, figure)
Named = tuple[list[str], str, str, str]


def records(change: Callable[[str, Record], Record] = lambda _, record: record) -> dict[str, Record]:
    """Each table as nested records: groups, rows, columns."""
    tables: dict[str, Record] = {}
    for table in forms()["2021"].tables:
        for block in table.blocks:
            for row in block.rows:
                at = tables.setdefault(table.no, {})
                clause = [block.clause.zh] if block.clause else []
                for name in [*clause, *(g.zh for g in reversed(table.ancestors(row.key)))]:
                    at = at.setdefault(name, {})
                own = {c.zh: int(VALUES[CellKey(table.no, row.key, c.key)]) for c in block.columns}
                at[row.zh] = change(row.key, own)
    return tables


def named() -> dict[str, list[Named]]:
    return {
        table.no: [
            (
                [g.zh for g in reversed(table.ancestors(r.key))],
                r.zh,
                c.zh,
                VALUES[CellKey(table.no, r.key, c.key)],
            )
            for block in table.blocks
            for r in block.rows
            for c in block.columns
        ]
        for table in forms()["2021"].tables
    }


def text(bodies: dict[str, list[str]]) -> str:
    lines = [TITLE, "", "一、总体情况", "全年工作平稳。", ""]
    for no, body in bodies.items():
        lines += [HEADINGS[no], "", *body, ""]
    return "\n".join(
        [*lines, "五、存在的主要问题及改进情况", "还不够。", "", "青岚县林业局", "2023年1月20日"]
    )


def yaml(record: Record, indent: int = 0) -> Iterator[str]:
    for key, value in record.items():
        if isinstance(value, dict):
            yield f"{' ' * indent}{key}:"
            yield from yaml(value, indent + 2)
        else:
            yield f"{' ' * indent}{key}: {'null' if value is None else value}"


def as_yaml(tables: dict[str, Record]) -> str:
    return text({no: list(yaml(table)) for no, table in tables.items()})


def as_yaml_in_turns(tables: dict[str, Record]) -> str:
    """Every other row as a record on the line of its label."""
    lines = as_yaml(tables).split("\n")
    out: list[str] = []
    rows = 0
    for line in lines:
        label, sign, value = line.partition(": ")
        is_cell = line.startswith(" ") and sign
        is_first = is_cell and out[-1].endswith(":")
        rows += bool(is_first)
        if is_cell and rows % 2:
            value = value or "''"
            own = f"{label.strip()}: {value}"
            out[-1] = f"{out[-1]} {{{own}}}" if is_first else f"{out[-1][:-1]}, {own}}}"
        else:
            out.append(line)
    return "\n".join(out)


def as_json(tables: dict[str, Record]) -> str:
    return text({no: json.dumps(t, ensure_ascii=False, indent=1).split("\n") for no, t in tables.items()})


def as_json_on_one_line(tables: dict[str, Record]) -> str:
    return text({no: [json.dumps(t, ensure_ascii=False)] for no, t in tables.items()})


def as_one_json(tables: dict[str, Record]) -> str:
    named = {HEADINGS[no][2:]: table for no, table in tables.items()}
    return json.dumps({"标题": TITLE, "年份": 2022, **named}, ensure_ascii=False, indent=2)


def sentences(tables: dict[str, Record], line: Callable[[str, Record], str]) -> str:
    def of(record: Record) -> Iterator[str]:
        for key, value in record.items():
            if any(isinstance(inner, dict) for inner in value.values()):
                yield from of(value)
            else:
                yield line(key, value)

    return text({no: list(of(table)) for no, table in tables.items()})


def long_table(row: Callable[..., list[list[str]]], header: list[str], *, shuffle: bool = False) -> str:
    bodies = {}
    for no, cells in named().items():
        rows = [written for cell in cells for written in row(*cell)]
        if shuffle:
            rows.sort(key=lambda cells: cells[-1][::-1])
        bodies[no] = ["| " + " | ".join(cells) + " |" for cells in (header, ["---"] * len(header), *rows)]
    return text(bodies)


ORGANISATIONS = {c.zh for c in forms()["2021"].table("3").columns if c.key not in ("natural_person", "total")}


def tabbed_paths(prefix: str = "", more: int = 0, sign: str = "—", leave: tuple[str, str] = ("", "")) -> str:
    """A path and its figure on each line, a tab between them; organisations below a name of their own, nothing above them all."""
    bodies = {}
    for no, cells in named().items():
        below = lambda c, no=no: ["法人或其他组织", c] if no == "3" and c in ORGANISATIONS else [c]  # noqa: E731
        bodies[no] = [
            sign.join([*([prefix] if prefix else []), *g, r, *below(c)]) + f"\t{int(v) + more}"
            for g, r, c, v in cells
            if (r, c) != leave
        ]
    return text(bodies)


def by_organisation(_: str, record: Record) -> Record:
    """The organisations below a name of their own."""
    if "自然人" not in record:
        return record
    inner = {name: value for name, value in record.items() if name not in ("自然人", "总计")}
    return {"自然人": record["自然人"], "法人或其他组织": inner, "总计": record["总计"]}


def backwards(_: str, record: Record) -> Record:
    return dict(list(record.items())[::-1])


READ = {
    "json": as_json(records()),
    "json on one line": as_json_on_one_line(records()),
    "one json": as_one_json(records()),
    "json, other order": as_json(records(backwards)),
    "json, organisations apart": as_json(records(by_organisation)),
    "yaml": as_yaml(records()),
    "yaml, other order": as_yaml(records(backwards)),
    "yaml, organisations apart": as_yaml(records(by_organisation)),
    "yaml, in turns": as_yaml_in_turns(records()),
    "yaml, in turns, other order": as_yaml_in_turns(records(backwards)),
    "yaml, units": as_yaml(records(lambda _, r: {f"{name}（件）": v for name, v in r.items()})),
    "sentences": sentences(
        records(backwards), lambda row, r: f"{row}：" + "，".join(f"{c}{v}件" for c, v in r.items()) + "；"
    ),
    "points": sentences(
        records(), lambda row, r: f"  - **{row}**: " + "、".join(f"{c}：{v} 件" for c, v in r.items())
    ),
    "paths": text({no: ["/".join([*g, r, c]) + f"：{v}" for g, r, c, v in t] for no, t in named().items()}),
    "flat json": text(
        {
            no: json.dumps({".".join([*g, r, c]): int(v) for g, r, c, v in t}, ensure_ascii=False, indent=1).split("\n")
            for no, t in named().items()
        }
    ),
    "long": long_table(lambda _, r, c, v: [[r, c, v]], ["项目", "类型", "数量"]),
    "long, column first": long_table(lambda _, r, c, v: [[c, r, v]], ["类型", "项目", "数量"]),
    "long, groups": long_table(lambda g, r, c, v: [["/".join(g), r, c, v]], ["分类", "项目", "类型", "数量"]),
    "long, paths": long_table(lambda g, r, c, v: [["-".join([*g, r, c]), v]], ["指标", "数值"]),
    "long, units": long_table(lambda _, r, c, v: [[r, c, v, "件"]], ["项目", "类型", "数量", "单位"]),
    "tabbed paths": tabbed_paths(),
    "tabbed paths, hyphens": tabbed_paths(sign="-"),
    "tabbed paths, arrows": tabbed_paths(sign=" > "),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_every_figure_is_read_where_it_stands(name: str) -> None:
    reading = read(READ[name])
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
    lines = READ[name].split("\n")
    for cell in cells_of(reading).values():
        assert cell["raw"].removesuffix("件").strip() in lines[cell["line_start"] - 1]


LAST_YEAR = 1000
# What must not be read as this year's figures, or as those of another column.
OTHERS = {
    "years inside": as_yaml(records(lambda _, r: {c: {"2021": v + LAST_YEAR, "2022": v} for c, v in r.items()})),
    "years outside": as_yaml(
        records(lambda _, r: {"2021年": {c: v + LAST_YEAR for c, v in r.items()}, "2022年": r})
    ),
    "last year below": as_json(records(lambda _, r: {**r, "上年": {c: v + LAST_YEAR for c, v in r.items()}})),
    "last year beside": as_yaml(records(lambda _, r: {**r, **{f"上年{c}": v + LAST_YEAR for c, v in r.items()}})),
    "last year's alone": as_yaml({no: {"上年数据": t} for no, t in records(lambda _, r: {c: v + LAST_YEAR for c, v in r.items()}).items()}),
    "a share": as_yaml(records(lambda _, r: {**r, "占比": 12})),
    "all organisations": as_json(records(lambda _, r: {**r, "法人或其他组织": 5000} if "自然人" in r else r)),
    "sentences of last year": sentences(
        records(), lambda row, r: f"{row}（上年）：" + "，".join(f"{c}{v + LAST_YEAR}件" for c, v in r.items())
    ),
    "both years in a sentence": sentences(
        records(), lambda row, r: f"{row}：" + "，".join(f"{c}{v + LAST_YEAR}件（本年{v}件）" for c, v in r.items())
    ),
    "two sentences": sentences(
        records(),
        lambda row, r: "\n".join(
            f"{row}：" + "，".join(f"{c}{v + more}件" for c, v in r.items()) for more in (LAST_YEAR, 0)
        ),
    ),
    "long, two years": long_table(
        lambda _, r, c, v: [["2021", r, c, str(int(v) + LAST_YEAR)], ["2022", r, c, v]],
        ["年份", "项目", "类型", "数量"],
    ),
    "long, two figures": long_table(
        lambda _, r, c, v: [[r, c, str(int(v) + LAST_YEAR), v]], ["项目", "类型", "上年", "本年"]
    ),
    "long, last year's": long_table(
        lambda _, r, c, v: [[r, c, str(int(v) + LAST_YEAR)]], ["项目", "类型", "上年数量"]
    ),
    "long, two bodies": long_table(
        lambda _, r, c, v: [["局机关", r, c, str(int(v) + LAST_YEAR)], ["合计", r, c, v]],
        ["单位", "项目", "类型", "数量"],
    ),
    "long, shuffled": long_table(lambda _, r, c, v: [[r, c, v]], ["项目", "类型", "数量"], shuffle=True),
    "years inside, in turns": as_yaml_in_turns(
        records(lambda _, r: {c: {"2021": v + LAST_YEAR, "2022": v} for c, v in r.items()})
    ),
    "years with their word, in turns": as_yaml_in_turns(
        records(lambda _, r: {c: {"上年": v + LAST_YEAR, "本年": v} for c, v in r.items()})
    ),
    "last year beside, in turns": as_yaml_in_turns(
        records(lambda _, r: {**r, **{f"上年{c}": v + LAST_YEAR for c, v in r.items()}})
    ),
    "years outside, in turns": as_yaml_in_turns(
        records(lambda _, r: {"2021年": {c: v + LAST_YEAR for c, v in r.items()}, "2022年": r})
    ),
    "tabbed paths of last year": tabbed_paths("上年度", LAST_YEAR),
    "tabbed paths of an earlier year": tabbed_paths("2021年", LAST_YEAR),
    "tabbed paths of another body": tabbed_paths("局属单位", LAST_YEAR),
    "tabbed paths, one missing": tabbed_paths(leave=("重复申请", "科研机构")),
    "long, a name lost": long_table(
        lambda _, r, c, v: [["" if "重复" in r else r, c, v]], ["项目", "类型", "数量"]
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_not_asked_for_is_not_given(name: str) -> None:
    assert not wrong(read(OTHERS[name]), VALUES)


@in_turn
@pytest.mark.parametrize("write", [as_json, as_yaml, as_yaml_in_turns])
@pytest.mark.parametrize(("blank", "status"), [(None, "blank"), ("", "blank"), ("-", "not_applicable")])
def test_a_blank_stays_one(write: Callable[[dict[str, Record]], str], blank: str | None, status: str) -> None:
    change = lambda _, r: {c: blank if c == "科研机构" else v for c, v in r.items()}  # noqa: E731
    reading = read(write(records(change)))
    assert not wrong(reading, VALUES)
    assert status_of(reading, "3", "denied_other_law", "research") == [status]
    assert status_of(reading, "3", "denied_other_law", "social_org") == ["reported"]


@pytest.mark.parametrize("write", [as_json, as_yaml, as_yaml_in_turns])
def test_a_row_without_one_of_its_names_is_not_known(write: Callable[[dict[str, Record]], str]) -> None:
    """Seven names with a blank are a row; six names are not."""
    change = lambda key, r: {c: v for c, v in r.items() if (key, c) != ("granted", "科研机构")}  # noqa: E731
    reading = read(write(records(change)))
    assert not wrong(reading, VALUES)
    assert set(status_of(reading, "3", "granted")) <= {"uncertain", "absent"}
    assert set(status_of(reading, "3", "partially_granted")) == {"reported"}


def paths(sign: str, leave: tuple[str, str] = ("", ""), said: str = "") -> str:
    """A path of names and a figure a line, the label of a group in front of its row's; the figure of `leave` is blank."""
    bodies = {
        no: [
            f"{' '.join([*groups, label])} / {column} {sign} {'' if (label, column) == leave else figure}"
            for groups, label, column, figure in rows
        ]
        for no, rows in named().items()
    }
    bodies["3"] = [said, "", *bodies["3"]] if said else bodies["3"]
    return text(bodies)


@pytest.mark.parametrize("sign", ["=", ":", "："])
def test_paths_behind_which_a_figure_stands(sign: str) -> None:
    reading = read(paths(sign))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("sign", ["=", ":"])
def test_a_path_without_a_figure_is_a_blank(sign: str) -> None:
    key = CellKey("3", "denied_other_law", "research")
    table = forms()["2021"].tables[1]
    label = next(r.zh for r in table.rows if r.key == key.row_key)
    column = next(c.zh for c in table.columns if c.key == key.col_key)
    reading = read(paths(sign, (label, column)))
    assert reported(reading) == set(VALUES) - {key}
    assert status_of(reading, "3", key.row_key, key.col_key) == ["blank"]


def test_last_years_figures_above_paths_are_not_given() -> None:
    lines = [f"    - {column}：{figure}" for _, _, column, figure in named()["3"][:7]]
    labels = "\n".join(["- 上年数", f"  - {named()['3'][0][1]}", *lines])
    reading = read(text({"2": [], "3": labels.split("\n"), "4": []}))
    assert not reported(reading, "3")
