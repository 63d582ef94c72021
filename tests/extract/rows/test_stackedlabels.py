"""Labels of rows glued to those of groups, labels on one another, and figures that stand before their label."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.extract.reading import read_text
from schemas.form import forms
from tests.extract.printed import Part, figures, one_a_line, printed, report, row_of
from tests.turns import in_turn

ROWS = [row.key for row in forms()["2021"].tables[1].rows]
Cells = dict[str, list[tuple[str, float | None]]]


def running(rows: list[list[str]]) -> list[str]:
    return [" ".join(cell for cell in row if cell) for row in rows]


def parts_of(form: str) -> list[Part]:
    """Tables with figures of a digit but in two rows: in columns so wide no digit of another row was cut off."""
    wide = {"new_received", "total_handled"}
    values = {
        key: figure if key.row_key in wide or key.table_no == "2" else str(int(figure) * 7 % 10)
        for key, figure in figures(form).items()
    }
    return printed(values, form)


def text_of(form: str) -> str:
    return report(parts_of(form), running)


def row(key: str, form: str = "2021") -> tuple[str, str]:
    """The label of a row as it is printed, and its figures on a line."""
    label, *cells = row_of(parts_of(form), key)
    return label, " ".join(cells)


def read(text: str) -> Cells:
    """The cells of table 3 by row."""
    rows: Cells = {}
    for cell in read_text(text, "1.txt", "0" * 32).cells:
        if cell["table_no"] == "3":
            rows.setdefault(cell["row_key"], []).append((cell["status"], cell["value"]))
    return rows


def changed(text: str, form: str = "2021") -> set[str]:
    """The rows of table 3 that are read otherwise than in the whole report: none of their figures may be given."""
    whole, found = read(text_of(form)), read(text)
    differ = {key for key in whole if whole[key] != found[key]}
    assert all(status != "reported" for key in differ for status, _ in found[key])
    return differ


def printed_as(old: dict[str, str], form: str = "2021") -> str:
    """The report with the lines of some rows printed otherwise."""
    text = text_of(form)
    for key, lines in old.items():
        line = " ".join(row(key, form))
        assert line in text
        text = text.replace(f"{line}\n", lines)
    return text


@in_turn
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("group", ["三、本年度办理结果", "本年度办理结果", "三、本年度办理结果 "])
def test_a_label_glued_to_that_of_its_group(form: str, group: str) -> None:
    (granted, its), (partial, others) = row("granted", form), row("partially_granted", form)
    glued = {"granted": f"{group}{granted} {its}\n", "partially_granted": f"{partial}\n{others}\n"}
    assert changed(printed_as(glued, form), form) == set()


def test_groups_within_each_other_in_front_of_a_label() -> None:
    first, its = row("denied_state_secret")
    second, others = row("denied_other_law")
    glued = {
        "denied_state_secret": f"（三）不予公开{first} {its}\n",
        "denied_other_law": f"{second}\n{others}\n",
    }
    assert changed(printed_as(glued)) == set()


def test_a_strange_group_does_not_give_its_figures_to_the_next_label() -> None:
    (granted, its), (partial, others) = row("granted"), row("partially_granted")
    glued = {"granted": f"三、今年办理情况{granted} {its}\n", "partially_granted": f"{partial}\n{others}\n"}
    assert changed(printed_as(glued)) <= {"granted"}


STACKED = [
    ("denied_process_info", "denied_enforcement_file"),
    ("rejected_petition", "rejected_repeat"),
    ("other_overdue_fee", "other_misc"),
    ("denied_state_secret", "denied_other_law", "denied_three_securities"),
]


@in_turn
@pytest.mark.parametrize("keys", STACKED)
@pytest.mark.parametrize("beside", [False, True])
def test_labels_on_one_another(keys: tuple[str, ...], beside: bool) -> None:
    labels, lines = zip(*map(row, keys), strict=True)
    between = " " if beside else "\n"
    stacked = dict.fromkeys(keys, "") | {keys[0]: "\n".join(labels) + between + "\n".join(lines) + "\n"}
    assert changed(printed_as(stacked)) <= set(keys)


def test_figures_right_below_the_label_of_the_next_row_are_not_those_of_the_label_above_it() -> None:
    """The numbers of both labels are lost: what is left of the lower one is the name of a column, too."""
    (upper, _), (lower, others) = row("other_overdue_fee"), row("other_misc")
    lines = {"other_overdue_fee": f"{upper[2:]}\n{lower[2:]}\n{others}\n", "other_misc": ""}
    assert changed(printed_as(lines)) == {"other_overdue_fee", "other_misc"}


def test_a_label_without_figures_above_one_with_its_own() -> None:
    (first, _), (second, others) = row("rejected_petition"), row("rejected_repeat")
    blank = {"rejected_petition": f"{first}\n", "rejected_repeat": f"{second}\n{others}\n"}
    assert changed(printed_as(blank)) == {"rejected_petition"}


def halves(label: str) -> str:
    return f"{label[:12]}\n{label[12:]}"


@pytest.mark.parametrize(
    ("upper", "lower"),
    [("granted", "partially_granted"), ("other_overdue_correction", "other_overdue_fee")],
)
def test_figures_before_a_label_in_two_lines(upper: str, lower: str) -> None:
    (first, _), (second, others) = row(upper), row(lower)
    before = {upper: f"{first}\n", lower: f"{others}\n{halves(second)}\n"}
    assert changed(printed_as(before)) == {upper, lower}


def test_figures_before_some_labels_in_two_lines() -> None:
    (first, _), (second, others), (third, last) = map(
        row, ("rejected_excessive", "rejected_reconfirm", "other_overdue_correction")
    )
    text = printed_as(
        {
            "rejected_excessive": f"{first}\n",
            "rejected_reconfirm": f"{others}\n{halves(second)}\n",
            "other_overdue_correction": f"{last}\n{halves(third)}\n",
        }
    )
    assert changed(text) == {"rejected_excessive", "rejected_reconfirm", "other_overdue_correction"}


def test_figures_behind_labels_in_two_lines() -> None:
    (first, its), (second, others) = row("granted"), row("partially_granted")
    behind = {"granted": f"{first}\n{its}\n", "partially_granted": f"{halves(second)}\n{others}\n"}
    assert changed(printed_as(behind)) == set()


def test_a_label_in_two_lines_with_figures_that_cannot_be_read() -> None:
    (first, its), (second, others) = row("granted"), row("partially_granted")
    torn = others.replace(" ", "\n件\n", 1)
    behind = {"granted": f"{first}\n{its}\n", "partially_granted": f"{halves(second)}\n{torn}\n"}
    assert changed(printed_as(behind)) <= {"partially_granted"}


@pytest.mark.parametrize("letters", ["理 ", "理", "度 三 ", "处", "x"])
def test_letters_of_a_group_on_the_first_line_of_a_wrapped_label(letters: str) -> None:
    (first, its), (second, others) = row("rejected_excessive"), row("rejected_reconfirm")
    wrapped = {
        "rejected_excessive": f"{letters}{first[:-1]}\n{first[-1]}\n{its}\n",
        "rejected_reconfirm": f"{second[:12]}\n{second[12:]}\n{others}\n",
    }
    assert changed(printed_as(wrapped)) == set()


def test_a_wrapped_label_behind_letters_of_a_group_that_has_no_figures() -> None:
    (first, _), (second, others) = row("rejected_excessive"), row("rejected_reconfirm")
    wrapped = {
        "rejected_excessive": f"理 {first[:-1]}\n{first[-1]}\n",
        "rejected_reconfirm": f"{second[:12]}\n{second[12:]}\n{others}\n",
    }
    assert changed(printed_as(wrapped)) <= {"rejected_excessive", "rejected_reconfirm"}


@pytest.mark.parametrize("page", ["", "— 1 —\n"])
def test_the_letters_of_a_group_below_a_row_are_no_blank_cell(page: str) -> None:
    label, its = row("unable_unclear")
    assert changed(printed_as({"unable_unclear": f"） {label} {its}\n无\n法\n提\n供\n{page}"})) == set()


def test_the_word_for_nothing_below_a_row_is_a_cell_where_no_letter_follows() -> None:
    label, its = row("unable_unclear")
    assert changed(printed_as({"unable_unclear": f"） {label} {its}\n无\n"})) == {"unable_unclear"}


@pytest.mark.parametrize("words", ["“\n”\n危及三安全一稳定", "危及“三安全一稳定”"])
def test_the_number_of_a_label_on_a_line_of_its_own_above_it(words: str) -> None:
    text = report(parts_of("2021"), one_a_line)
    label = row("denied_three_securities")[0]
    assert f"\n{label}\n" in text
    assert read(text.replace(f"\n{label}\n", f"\n3.\n{words}\n")) == read(text)


def test_a_figure_with_a_stop_above_figures_is_one() -> None:
    text = report(parts_of("2021"), one_a_line)
    label = row("denied_three_securities")[0]
    found = read(text.replace(f"\n{label}\n", f"\n{label}\n3.\n"))
    assert all(status != "reported" for status, _ in found["denied_three_securities"])


@pytest.mark.parametrize(
    ("head", "tail"), [("（四）无法提 ", "供 "), ("（四）无 ", "法提供 "), ("", "无法提供 ")]
)
def test_labels_on_one_another_beside_the_pieces_of_a_group(head: str, tail: str) -> None:
    (first, its), (second, others) = row("unable_not_held"), row("unable_needs_creation")
    stacked = {
        "unable_not_held": f"{first}\n",
        "unable_needs_creation": f"{head}{second} {its}\n{tail}{others}\n",
    }
    assert changed(printed_as(stacked)) == {"unable_not_held", "unable_needs_creation"}


def test_three_labels_on_one_another_beside_the_pieces_of_a_group() -> None:
    keys = ("unable_not_held", "unable_needs_creation", "unable_unclear")
    (first, its), (second, others), (third, last) = map(row, keys)
    lines = f"{first}\n{second}\n（四）无 {third} {its}\n法提 {others}\n供 {last}\n"
    assert changed(printed_as(dict.fromkeys(keys, "") | {keys[0]: lines})) == set(keys)


@in_turn
@pytest.mark.parametrize(
    "keys",
    [
        ("denied_internal_affairs", "denied_process_info"),
        ("rejected_petition", "rejected_repeat"),
        ("total_handled", "carried_forward"),
    ],
)
@pytest.mark.parametrize("indent", ["", " " * 40])
def test_a_blank_row_above_figures_without_a_label(keys: tuple[str, str], indent: str) -> None:
    (label, _), (_, others) = map(row, keys)
    assert changed(printed_as({keys[0]: f"{label}\n", keys[1]: f"{indent}{others}\n"})) == set(keys)


def test_figures_below_their_label_where_the_next_row_has_its_own() -> None:
    (first, its), (second, _) = row("rejected_petition"), row("rejected_repeat")
    assert changed(printed_as({"rejected_petition": f"{first}\n{its}\n"})) == set()
    # the label of a blank row has no figures, and those above it are not its
    below = {"rejected_petition": f"{first}\n{its}\n", "rejected_repeat": f"{second}\n"}
    assert changed(printed_as(below)) == {"rejected_repeat"}


def test_figures_below_every_label_where_a_row_is_not_printed() -> None:
    lines = {key: "\n".join(row(key)) + "\n" for key in ROWS}
    whole = printed_as(lines)
    assert changed(whole) == set()
    assert changed(printed_as(lines | {"rejected_repeat": ""})) == {"rejected_repeat"}


def test_figures_below_labels_of_two_lines_where_a_row_is_not_printed() -> None:
    keys = ("denied_other_law", "rejected_reconfirm")
    lines = {key: f"{halves(label)}\n{its}\n" for key in keys for label, its in [row(key)]}
    assert changed(printed_as(lines | {"denied_three_securities": ""})) == {"denied_three_securities"}


def test_a_blank_row_whose_label_alone_has_two_lines() -> None:
    (label, _), (_, others) = row("denied_other_law"), row("denied_three_securities")
    lines = {"denied_other_law": f"{halves(label)}\n", "denied_three_securities": f"{others}\n"}
    assert changed(printed_as(lines)) == {"denied_other_law", "denied_three_securities"}


@pytest.mark.parametrize("render", [running, one_a_line])
def test_figures_below_the_label_of_a_later_row_too(render: Callable[[list[list[str]]], list[str]]) -> None:
    """The label of the total slid above that of the row before it, whose figures stand without a label above both."""
    parts = parts_of("2021")
    misc, total = row_of(parts, ROWS[-3]), row_of(parts, ROWS[-2])
    lines = report(parts, render).split("\n")
    start = lines.index(render([misc])[0])
    end = start + len(render([misc, total]))
    slid = [*render([misc[1:]]), total[0], misc[0], *render([total[1:]])]
    found = read("\n".join([*lines[:start], *slid, *lines[end:]]))
    assert {status for status, _ in found[ROWS[-3]]} == {"uncertain"}
    assert "reported" not in {status for status, _ in found[ROWS[-2]]}


@pytest.mark.parametrize("spaced", [False, True])
def test_figures_above_header_and_label_leave_those_below_the_label_in_doubt(spaced: bool) -> None:
    values = figures()
    part, *rest = printed(values)
    first, second = part.rows
    head = [cell for row in part.header for cell in row if cell]
    blank = [""] if spaced else []
    block = [*first[1:], *blank, *head, first[0], *blank, *second[1:], *blank, second[0], ""]
    lines = report(rest, one_a_line).split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("二、")) + 2
    text = "\n".join([*lines[:at], *block, *lines[at:]])
    found = [c for c in read_text(text, "1.txt", "0" * 32).cells if c["row_key"] in part.keys]
    assert not any(c["status"] == "reported" for c in found)


def test_numbers_of_columns_above_a_header_say_nothing_of_a_blank_row_below() -> None:
    values = figures()
    part, *rest = printed(values)
    head = [cell for row in part.header for cell in row if cell]
    block = ["1", "2", "3", *head, *part.rows[0], part.rows[1][0], ""]
    lines = report(rest, one_a_line).split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("二、")) + 2
    text = "\n".join([*lines[:at], *block, *lines[at:]])
    found = [c for c in read_text(text, "1.txt", "0" * 32).cells if c["row_key"] == part.keys[0]]
    assert [c["status"] for c in found] == ["reported"] * 3
