"""The mutation run leaves out every rule and inverts every comparison: none is forgotten, and each changes something."""

import ast
from collections import Counter

import pytest

from schemas.rules import rule_kinds
from tests.check.mutants import EVALUATION, HERE, RULES, mutants, of_module

MADE = list(mutants())


def test_every_rule_is_left_out_and_every_term_of_it() -> None:
    changes = [change for file, change, _ in MADE if file == RULES]
    for kind in rule_kinds().values():
        assert f"{kind.id} left out" in changes
        for term in (*kind.left, *kind.right):
            assert {f"{kind.id} without {term}", f"{kind.id} with {term} turned"} <= {*changes}


def test_no_mutant_is_the_original_or_another() -> None:
    originals = {(HERE / RULES).read_text(encoding="utf-8")}
    originals |= {ast.unparse(ast.parse((HERE / path).read_text(encoding="utf-8"))) for path in EVALUATION}
    texts = [text for _, _, text in MADE]
    assert not originals & {*texts}
    assert len({*texts}) == len(texts)


@pytest.mark.parametrize("path", EVALUATION)
def test_every_comparison_of_a_module_is_inverted(path: str) -> None:
    tree = ast.parse((HERE / path).read_text(encoding="utf-8"))
    compared = Counter(
        type(op).__name__ for node in ast.walk(tree) if isinstance(node, ast.Compare) for op in node.ops
    )
    inverted = Counter(change.split(": ")[1].split(" ")[0] for file, change, _ in MADE if file == path)
    assert compared <= inverted


def test_what_is_computed_is_inverted_once_each_and_types_are_not() -> None:
    assert list(of_module("x.py", "def f(a: int | None) -> int | None:\n    b: str | int = 1\n")) == []
    made = [text for _, _, text in of_module("x.py", "a = b < c and not d in e - 1")]
    assert len(made) == 5
    assert {*made} == {
        "a = b >= c and (not d in e - 1)",
        "a = b < c or not d in e - 1",
        "a = b < c and d in e - 1",
        "a = b < c and (not d not in e - 1)",
        "a = b < c and (not d in e + 1)",
    }
