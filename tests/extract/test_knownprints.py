"""Reports printed as others before them: read without the search, and never otherwise than with it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Any

import pytest

from assets.extract import tables
from assets.extract.knownprints import KnownPrints
from assets.extract.reading import Reading
from schemas.form import CellKey, forms
from tests.extract.printed import GRIDS, HEADINGS, Rows, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

Print = Callable[[int], str]
LAYOUTS = ("tab_cells", "tsv", "closed", "html", "csv_rows")


class _Search:
    """Knows no print, so that all reports are searched."""

    def readings(self, *_: Any) -> dict[str, Any]:
        return {}


def _searched(monkeypatch: pytest.MonkeyPatch, text: str) -> Reading:
    with monkeypatch.context() as patch:
        patch.setattr(tables, "_KNOWN_PRINTS", _Search())
        return read(text)


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The tables that were searched, of reports that know of no prints but the test's own."""
    done: list[str] = []
    search = tables._search

    def noted(items: Any, lines: Any, form: Any, table: Any) -> Any:
        done.append(table.no)
        return search(items, lines, form, table)

    monkeypatch.setattr(tables, "_KNOWN_PRINTS", KnownPrints())
    monkeypatch.setattr(tables, "_search", noted)
    return done


def _made(layout: str, form: str = "2021") -> Print:
    return lambda first: report(printed(figures(form, first), form), GRIDS[layout])


def _met_twice(made: Print) -> None:
    read(made(201))
    read(made(3104))


@in_turn
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("form", ["2019", "2021"])
def test_the_third_report_of_a_print_is_not_searched(searches: list[str], layout: str, form: str) -> None:
    made = _made(layout, form)
    _met_twice(made)
    searches.clear()
    reading = read(made(57))
    assert not searches
    assert not wrong(reading, figures(form, 57))
    assert len(reported(reading)) == len(figures(form))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_a_print_leaves_open_is_searched(
    searches: list[str], layout: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A blank cell: whose it is depends on more than what stands between the titles."""

    def made(first: int) -> str:
        values = {**figures("2021", first), next(k for k in figures() if k.table_no == "3"): ""}
        return report(printed(values), GRIDS[layout])

    _met_twice(made)
    searches.clear()
    reading = read(made(57))
    assert searches == ["3"]
    assert reading == _searched(monkeypatch, made(57))


@in_turn
@pytest.mark.parametrize("said", ["-", "/", "2019", "12件"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_else_says_one_thing_is_of_the_print(
    searches: list[str], monkeypatch: pytest.MonkeyPatch, layout: str, said: str
) -> None:
    """At either end of a row and amid its figures; another word in its place is another print."""

    def made(first: int, said: str = said) -> str:
        keys = [key for key in figures() if key.table_no == "3"]
        values = {**figures("2021", first), **dict.fromkeys([keys[0], keys[9], keys[20]], said)}
        return report(printed(values), GRIDS[layout])

    _met_twice(made)
    searches.clear()
    reading = read(made(57))
    assert not searches
    assert reading == _searched(monkeypatch, made(57))
    searches.clear()
    assert read(made(57, "2020")) == _searched(monkeypatch, made(57, "2020"))
    assert searches


PROSE = (
    # a title again, with labels that stand alone below it
    "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\n二、上年结转政府信息公开申请数量\n四、结转下年度继续办理",
    "行政复议结果维持1件，未经复议直接起诉2件，复议后起诉3件。",
    "全年收到自然人申请68件。",
    "以下为上一年度的数据。",
    "2020年",
    "— 5 —",
    "5",
    "总计",
)  # fmt: skip


@in_turn
@pytest.mark.parametrize("said", PROSE)
@pytest.mark.parametrize(
    "place", [HEADINGS["2"], HEADINGS["3"], HEADINGS["4"], "五、存在的主要问题及改进情况"]
)
@pytest.mark.parametrize("layout", ["tsv", "html"])
def test_words_about_the_tables_say_what_they_say_to_the_search(
    searches: list[str], monkeypatch: pytest.MonkeyPatch, layout: str, place: str, said: str
) -> None:
    made = _made(layout)
    _met_twice(made)
    for at in (f"{said}\n\n{place}", f"{place}\n{said}"):
        text = made(57).replace(place, at)
        assert read(text) == _searched(monkeypatch, text)


def test_numbers_before_labels_are_searched(searches: list[str]) -> None:
    """They count the rows, or fill cells: that depends on what they say."""

    def numbered(rows: Rows) -> list[str]:
        return ["\t".join([str(at), *row]) for at, row in enumerate(rows)]

    made: Print = lambda first: report(printed(figures("2021", first)), numbered)  # noqa: E731
    _met_twice(made)
    searches.clear()
    read(made(57))
    assert set(searches) == {"2", "3", "4"}


@pytest.mark.parametrize("side", [0, -1])
def test_figures_that_count_the_rows_are_searched(
    searches: list[str], monkeypatch: pytest.MonkeyPatch, side: int
) -> None:
    """In a table of as many rows such a column numbers them."""

    def counted(first: int) -> str:
        values = figures("2021", first)
        table = forms()["2021"].table("3")
        column = table.columns[side].key
        for at, row in enumerate(table.rows, 1):
            values[CellKey("3", row.key, column)] = str(at)
        return report(printed(values), GRIDS["tsv"])

    _met_twice(_made("tsv"))
    searches.clear()
    reading = read(counted(57))
    assert searches == ["2", "3", "4"]
    assert reading == _searched(monkeypatch, counted(57))


def test_cells_printed_for_each_column_they_span_are_searched(
    searches: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A merged cell says the same in each of its columns; where two differ it is none."""

    def merged(second: str | None) -> Print:
        def made(first: int) -> str:
            text = report(printed(figures("2021", first)), GRIDS["tsv"])
            at = next(line for line in text.split("\n") if line.startswith("行政许可\t"))
            name, value = at.split("\t")[:2]
            header = next(line for line in text.split("\n") if "本年处理决定数量" in line)
            twice = text.replace(at, f"{name}\t{value}\t{second or value}")
            return twice.replace(header, f"{header}\t{header.split(chr(9))[-1]}", 1)

        return made

    _met_twice(merged(None))
    for later in (merged(None)(57), merged("8")(57)):
        assert read(later) == _searched(monkeypatch, later)


def test_merged_cells_printed_for_each_column_are_known(
    searches: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the columns say the same as they did; a row of the form's own columns may say the same by chance."""
    width = max(len(block.columns) for block in forms()["2021"].table("2").blocks)

    def made(first: int, last: str = "", chance: str = "") -> str:
        values = figures("2021", first)
        if chance:
            row = next(key.row_key for key in values if key.table_no == "2")
            values |= {key: chance for key in values if key.row_key == row}
        lines = report(printed(values), GRIDS["tsv"]).split("\n")
        start, end = lines.index(HEADINGS["2"]) + 1, lines.index(HEADINGS["3"])
        for at in range(start, end):
            cells = lines[at].split("\t")
            if len(cells) > 1:
                lines[at] = "\t".join([*cells, *[cells[-1]] * (1 + width - len(cells))])
                if last and len(cells) == 2 and cells[1].isdecimal():
                    lines[at] = "\t".join([*lines[at].split("\t")[:-1], last])
        return "\n".join(lines)

    _met_twice(made)
    searches.clear()
    for later in (made(57), made(57, chance="8")):
        reading = read(later)
        assert not searches
        assert reading == _searched(monkeypatch, later)
        searches.clear()
    assert read(made(57, "8")) == _searched(monkeypatch, made(57, "8"))
    assert "2" in searches


def _edited(text: str, rng: random.Random) -> str:
    """A report with a line or a cell of its tables deleted, doubled, exchanged or written otherwise."""
    lines = text.split("\n")
    start, end = lines.index(HEADINGS["2"]), lines.index("五、存在的主要问题及改进情况")
    at, other = rng.randrange(start, end), rng.randrange(start, end)
    mark = next((mark for mark in ("\t", "|", ",") if mark in lines[at]), " ")
    cells = lines[at].split(mark)
    cell = rng.randrange(len(cells))
    match rng.randrange(9):
        case 0:
            del lines[at]
        case 1:
            lines.insert(other, lines[at])
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines.insert(at, rng.choice([*PROSE, "", "\f", "其他\t3\t3"]))
        case 4:
            lines[at] = mark.join([*cells[:cell], *cells[cell + 1 :]])
        case 5:
            lines[at] = mark.join([*cells[:cell], rng.choice(["", "3", cells[cell]]), *cells[cell:]])
        case 6:
            said = rng.choice(["-", "", "5件", "1,234", "12 3", "2021"])
            lines[at] = re.sub("[0-9]+", said, lines[at], count=1)
        case 7:
            letter = rng.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:letter] + lines[at][letter + 1 :]
        case _:
            lines[at:at] = lines[at : at + rng.randrange(1, 6)]
    return "\n".join(lines)


def _with_words_about(text: str, rng: random.Random) -> str:
    """A report with other words above its tables and below them, or none."""
    above, title, tables = text.partition(HEADINGS["2"])
    tables, below, rest = tables.partition("五、存在的主要问题及改进情况")
    said = [rng.choice(PROSE) for _ in range(rng.randrange(4))]
    match rng.randrange(5):
        case 0:
            above = "\n".join([above, *said, ""])
        case 1:
            rest = "\n".join(["", *said, rest])
        case 2:
            tables = "\n".join([tables, *said, ""])
        case 3:
            below = rest = ""
        case _:
            above = ""
    return f"{above}{title}{tables}{below}{rest}"


def _with_figures(text: str, rng: random.Random) -> str:
    """A report with other figures between the titles: noughts, small ones, all the same, one after the other, numbers of rows or of columns, years."""
    start = text.index(HEADINGS["2"])
    kind, count, width = rng.randrange(8), iter(range(1, 10_000)), rng.choice([1, 3, 7, 15])
    made = (
        lambda _: "0",
        lambda _: "7",
        lambda _: str(rng.choice([0, 0, 0, 1, 2, 12, 345])),
        lambda _: str(next(count)),
        lambda _: str(rng.randrange(100_000, 9_999_999)),
        lambda _: str(1 + next(count) // width),
        lambda _: str(1 + next(count) % width),
        lambda _: str(rng.choice([rng.randrange(30), 2019, 2022, 1_900])),
    )[kind]
    return text[:start] + re.sub(r"(?<![^\t|,> ])[0-9]+(?![^\t|,<\n ])", made, text[start:])


@pytest.mark.parametrize("seed", range(60))
def test_edited_reports_are_read_as_by_the_search(
    searches: list[str], monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    rng = random.Random(seed)  # noqa: S311 - the same edits everywhere
    text = _made(rng.choice(LAYOUTS), rng.choice(["2019", "2021"]))(101)
    for _ in range(rng.randrange(1, 3)):
        text = _edited(text, rng)
    for _ in range(2):
        read(_with_figures(text, rng))
    for _ in range(2):
        later = _with_words_about(_with_figures(text, rng), rng)
        assert read(later) == _searched(monkeypatch, later)
