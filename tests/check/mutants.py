"""What is changed, once each: a rule left out, a term dropped, a sign turned, a comparison inverted (mutate.py runs the tests).

Every rule of schemas/rules.toml is left out, every term, table and place of it dropped, every term turned in sign and taken from
the other year; every comparison, sign and condition of the modules that evaluate them is inverted. Does not belong here: running
anything.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
RULES = "schemas/rules.toml"
EVALUATION = (
    "assets/check/rules.py",
    "assets/check/grid.py",
    "assets/check/counts.py",
    "assets/check/claims.py",
    "assets/check/texts.py",
    "assets/check/findings.py",
    "schemas/rules.py",
)

_INVERTED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.And: ast.Or, ast.Or: ast.And, ast.Sub: ast.Add,
}  # fmt: skip

_OTHER = {"any": "all", "all": "any"}

Mutant = tuple[str, str, str]  # file, what was changed, the whole text of the file


def of_rules(text: str) -> Iterator[Mutant]:
    """Mutants of rules.toml."""
    head, *entries = re.split(r"(?m)^(?=\[\[rule\]\])", text)
    for number, entry in enumerate(entries):
        name = re.search(r'id = "(\w+)"', entry)
        assert name is not None

        def with_entry(changed: str, number: int = number) -> str:
            return "".join([head, *entries[:number], changed, *entries[number + 1 :]])

        yield RULES, f"{name[1]} left out", with_entry("")
        for listed in re.findall(r"(?m)^(?:tables|only) = \[(.+)\]$", entry):
            for word in listed.split(", ") if ", " in listed else ():
                shorter = ", ".join(other for other in listed.split(", ") if other != word)
                yield (
                    RULES,
                    f"{name[1]} without {word}",
                    with_entry(entry.replace(f"[{listed}]", f"[{shorter}]")),
                )
        for term in re.findall(r'"([-a-z_:{}*]+\.[a-z_{}*]+)"', entry):
            without = re.sub(rf'"{re.escape(term)}"(, )?', "", entry, count=1)
            turned = entry.replace(f'"{term}"', f'"{term[1:] if term[0] == "-" else "-" + term}"', 1)
            yield RULES, f"{name[1]} without {term}", with_entry(without)
            yield RULES, f"{name[1]} with {term} turned", with_entry(turned)
            if "previous:" in term:
                same_year = entry.replace(f'"{term}"', f'"{term.replace("previous:", "")}"', 1)
                yield RULES, f"{name[1]} with {term} of the same year", with_entry(same_year)


class _Invert(ast.NodeTransformer):
    """Inverts the n-th thing that can be inverted."""

    def __init__(self, target: int) -> None:
        self.target, self.seen, self.done = target, 0, ""

    def visit(self, node: ast.AST) -> ast.AST:
        # what is said of types is never computed
        types = {name: getattr(node, name) for name in ("annotation", "returns") if hasattr(node, name)}
        for name in types:
            setattr(node, name, None)
        node = self.generic_visit(node)
        for name, said in types.items():
            setattr(node, name, said)
        for name, value in ast.iter_fields(node):
            values = value if isinstance(value, list) else [value]
            for index, item in enumerate(values):
                new = _INVERTED.get(type(item))
                if new is None:
                    continue
                if self.seen == self.target:
                    self.done = (
                        f"line {getattr(node, 'lineno', '?')}: {type(item).__name__} -> {new.__name__}"
                    )
                    values = [*values[:index], new(), *values[index + 1 :]]
                    setattr(node, name, values if isinstance(value, list) else values[0])
                self.seen += 1
        if isinstance(node, ast.Attribute) and node.attr in _OTHER:
            self.seen += 1
            if self.seen - 1 == self.target:
                self.done = f"line {node.lineno}: {node.attr} -> {_OTHER[node.attr]}"
                node.attr = _OTHER[node.attr]
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Invert | ast.Not):
            self.seen += 1
            if self.seen - 1 == self.target:
                self.done = f"line {node.lineno}: {type(node.op).__name__} left out"
                return node.operand
        return node


def of_module(path: str, text: str) -> Iterator[Mutant]:
    """Mutants of a module."""
    for target in range(10_000):
        invert = _Invert(target)
        tree = invert.visit(ast.parse(text))
        if not invert.done:
            return
        yield path, invert.done, ast.unparse(ast.fix_missing_locations(tree))


def mutants() -> Iterator[Mutant]:
    """All of them."""
    yield from of_rules((HERE / RULES).read_text(encoding="utf-8"))
    for path in EVALUATION:
        yield from of_module(path, (HERE / path).read_text(encoding="utf-8"))
