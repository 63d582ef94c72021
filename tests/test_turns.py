"""Parametrizations that take turns leave out no value, and no combination of those beside the longest list."""

from __future__ import annotations

from itertools import product
from math import prod

import pytest

from tests.turns import in_turn, turns


@pytest.mark.parametrize("sizes", [*product((1, 2, 3, 4, 6, 9), repeat=2), *product((1, 2, 3, 5), repeat=3)])
def test_every_place_and_every_combination_of_the_others_is_met(sizes: tuple[int, ...]) -> None:
    cases = turns(sizes)
    longest = sizes.index(max(sizes))
    assert len({*cases}) == len(cases) <= prod(sizes)
    assert {case[longest] for case in cases} == {*range(sizes[longest])}
    others = product(*(range(size) for at, size in enumerate(sizes) if at != longest))
    assert {case[:longest] + case[longest + 1 :] for case in cases} == {*others}


def test_where_the_others_are_many_each_place_of_the_longest_meets_several() -> None:
    cases = turns([6, 20])
    assert {sum(of == place for _, of in cases) for place in range(20)} == {2}


def test_a_test_keeps_its_other_marks_and_the_names_of_its_cases() -> None:
    @in_turn
    @pytest.mark.browser
    @pytest.mark.parametrize(("one", "two"), [("a", {}), pytest.param("b", 2, id="second")])
    @pytest.mark.parametrize("three", [1.5, "x", len], ids=lambda v: "len" if v is len else None)
    def test(one: str, two: object, three: object) -> None: ...

    kept, made = test.pytestmark  # type: ignore[attr-defined]
    assert kept.name == "browser"
    assert made.args[0] == ["three", "one", "two"]
    assert [(*case.values, case.id) for case in made.args[1]] == [
        (1.5, "a", {}, "1.5-a-two0"),
        ("x", "b", 2, "x-second"),
        (len, "a", {}, "len-a-two0"),
    ]
