"""Tables of a database written out as SQL."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.formats.inserts import with_tables_of_database
from schemas.form import CellKey
from tests.extract.printed import (
    HEADINGS,
    TITLE,
    Rows,
    cells_of,
    figures,
    printed,
    read,
    reported,
    status_of,
    wrong,
)
from tests.extract.whole import is_of_the_office, read_whole
from tests.turns import in_turn

_GROUP = "法人或其他组织"
_INNER = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")


def _tables(values: dict[CellKey, str], form: str = "2021") -> list[tuple[str, list[str], Rows]]:
    """Name, header and rows of each table of the database; the last has one row for each row of the form."""
    made: list[tuple[str, list[str], Rows]] = []
    for part in printed(values, form):
        if part.table_no == "4":
            names, labels = (
                part.header[-1][:5],
                ("行政复议", "行政诉讼-未经复议直接起诉", "行政诉讼-复议后起诉"),
            )
            rows = [[label, *part.rows[0][5 * n : 5 * n + 5]] for n, label in enumerate(labels)]
            made.append(("行政复议、行政诉讼情况", ["类别", *names], rows))
        else:
            names = [f"{_GROUP}-{name}" if name in _INNER else name for name in part.header[-1]]
            made.append(("", [names[0] or "项目", *names[1:]], part.rows))
    return made


def _text(
    dump: Callable[[int, str, list[str], Rows], list[str]], values: dict[CellKey, str], form: str = "2021"
) -> str:
    lines = [f"-- {TITLE}"]
    for n, (said, header, rows) in enumerate(_tables(values, form)):
        lines += dump(n, said, header, rows)
    return "\n".join(lines) + "\n"


def _quoted(cell: str) -> str:
    return "NULL" if not cell else "'" + cell.replace("'", "''") + "'"


def _comments(n: int, said: str, header: list[str], rows: Rows) -> list[str]:
    lines = [f"CREATE TABLE `t{n}` ("]
    lines += [f"  `c{m}` varchar(200) DEFAULT NULL COMMENT '{name}'," for m, name in enumerate(header)]
    lines += ["  PRIMARY KEY (`c0`)", f") ENGINE=InnoDB COMMENT='{said}';"]
    return lines + [f"INSERT INTO `t{n}` VALUES ({','.join(map(_quoted, row))});" for row in rows]


def _comments_apart(n: int, said: str, header: list[str], rows: Rows) -> list[str]:
    """Numbers of records in front, all rows in one statement, what columns mean told for each."""
    lines = [f"CREATE TABLE public.t{n} (", "    id integer NOT NULL,"]
    lines += [f"    c{m} text{',' if m + 1 < len(header) else ''}" for m in range(len(header))]
    lines += [");", f"COMMENT ON TABLE public.t{n} IS '{said}';"]
    lines += [f"COMMENT ON COLUMN public.t{n}.c{m} IS '{name}';" for m, name in enumerate(header)]
    names = ", ".join(["id", *(f'"c{m}"' for m in range(len(header)))])
    lines.append(f"INSERT INTO public.t{n} ({names}) VALUES")
    made = [f"  ({m}, {', '.join(map(_quoted, row))})" for m, row in enumerate(rows, 1)]
    return [*lines, ",\n".join(made) + ";"]


def _notes(n: int, _said: str, header: list[str], rows: Rows) -> list[str]:
    lines = [f"create table t{n} ("]
    lines += [f"  c{m} text{',' if m + 1 < len(header) else ''} -- {name}" for m, name in enumerate(header)]
    lines.append(");")
    return lines + [f"insert into t{n} values ({', '.join(map(_quoted, row))});" for row in rows]


def _names(n: int, _said: str, header: list[str], rows: Rows) -> list[str]:
    names = ",".join(f"[{name.rpartition('-')[2]}]" for name in header)
    return [
        f"INSERT INTO [t{n}] ({names}) VALUES (" + ",".join("N" + _quoted(c) for c in row) + ")"
        for row in rows
    ]


def _header_put_in(n: int, _said: str, header: list[str], rows: Rows) -> list[str]:
    names = ",".join(f"`c{m}`" for m in range(len(header)))
    return [f"REPLACE INTO t{n} ({names}) VALUES ({','.join(map(_quoted, row))});" for row in [header, *rows]]


def _turned(n: int, said: str, header: list[str], rows: Rows) -> list[str]:
    """The columns in another order than the form's, with the year and the agency in each row."""
    order = [0, *reversed(range(1, len(header)))]
    lines = [f"CREATE TABLE t{n} (", "  nd int COMMENT '年度',", "  dw varchar(50) COMMENT '单位名称',"]
    lines += [f"  c{m} varchar(200) COMMENT '{header[m]}'," for m in order]
    lines += [f") COMMENT='{said}';", f"INSERT INTO t{n} VALUES"]
    made = [f"(2022,'青岚县林业局',{','.join(_quoted(row[m]) for m in order)})" for row in rows]
    return [*lines, ",\n".join(made) + ";"]


_DUMPS = [_comments, _comments_apart, _notes, _names, _header_put_in, _turned]


@in_turn
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("dump", _DUMPS)
def test_rows_that_are_put_in(dump: Callable[[int, str, list[str], Rows], list[str]], form: str) -> None:
    values = figures(form)
    assert is_of_the_office(read_whole(_text(dump, values, form), values))


def test_null_is_blank_and_figures_keep_their_line() -> None:
    values = figures()
    key = CellKey("3", "granted", "commercial")
    text = _text(_comments, values).replace(f"'{values[key]}'", "NULL")
    reading = read(text)
    values[key] = ""
    assert not wrong(reading, values)
    assert status_of(reading, "3", "granted", "commercial") == ["blank"]
    line = next(n for n, line in enumerate(text.split("\n"), 1) if "（一）予以公开" in line)
    assert cells_of(reading)[CellKey("3", "granted", "total")]["line_start"] == line


def test_columns_whose_names_say_nothing_are_not_taken_for_the_forms() -> None:
    values = figures()

    def turned(n: int, _said: str, header: list[str], rows: Rows) -> list[str]:
        order = [0, *reversed(range(1, len(header)))]
        names = ",".join(f"f{m}" for m in order)
        return [
            f"INSERT INTO t{n} ({names}) VALUES ({','.join(_quoted(row[m]) for m in order)});" for row in rows
        ]

    reading = read(_text(turned, values))
    assert {key for key in wrong(reading, values) if key.table_no == "3"} == set()


def test_a_page_in_another_table_leaves_the_rest() -> None:
    values = figures()
    page = "INSERT INTO article VALUES (1, '通知', '<p>各科室：</p>');\n"
    read_whole(page + _text(_comments, values), values)


@pytest.mark.parametrize(
    "text",
    [
        "INSERT INTO cms (id, title, content) VALUES (1, '年报', '<p>一、总体情况</p><table><tr><td>规章</td></tr></table>');",
        "he said: insert into the slot (a) values 5",
        "-- INSERT 0 1",
    ],
)
def test_pages_put_in_and_words_stay(text: str) -> None:
    lines = text.split("\n")
    assert with_tables_of_database(lines) == lines


def test_a_row_with_a_value_less_than_the_others_is_not_known() -> None:
    values = figures()
    parts = printed(values)
    lines = []
    for no in "234":
        rows = [[*row] for part in parts if part.table_no == no for row in [*part.header, *part.rows]]
        width = max(map(len, rows))
        rows = [[*row, *[""] * (width - len(row))] for row in rows]
        if no == "3":
            del rows[9][3]
        lines += [
            HEADINGS[no],
            *(f"INSERT INTO t{no} VALUES ({', '.join(map(_quoted, row))});" for row in rows),
        ]
    reading = read("\n".join([TITLE, *lines, "五、存在的主要问题及改进情况", "无。"]))
    assert not wrong(reading, values)
    assert len(reported(reading, "3")) == 24 * 7
