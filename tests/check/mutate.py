"""Does a test fail when a rule or a comparison is changed? `python -m tests.check.mutate [--only TEXT]`, by `make mutation`.

Every rule of schemas/rules.toml is left out once, every term, table and place of it dropped, every term turned in sign and taken
from the other year, and every comparison, sign and condition of the modules that evaluate them inverted once, each in a copy of the
project in which the tests of this stage then run. A mutant under which they all pass is printed, and fails the run.
"""

from __future__ import annotations

import argparse
import ast
import os
import re
import shutil
import subprocess
import sys
import tempfile
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
# Those that kill most and start soonest come first, in a run of their own.
TESTS = (
    ("tests/check/test_rules.py",),
    ("tests/check/test_batches.py", "tests/check/test_texts.py"),
    (
        "tests/schemas",
        "tests/check/test_findings.py",
        "tests/check/test_agencies.py",
        "tests/extract/test_findings.py",
        "tests/warehouse",
    ),
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
        node = self.generic_visit(node)
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


def survives(copy: Path, mutant: Mutant) -> bool:
    """Whether all tests pass in the copy with the mutant in it; the copy is put right again."""
    path, _, text = mutant
    original = (copy / path).read_text(encoding="utf-8")
    (copy / path).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-n", "0"]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(copy)}

    def passes(tests: tuple[str, ...]) -> bool:
        ran = subprocess.run([*command, *tests], cwd=copy, capture_output=True, check=False, env=environment)
        return ran.returncode == 0

    try:
        return all(passes(tests) for tests in TESTS)
    finally:
        (copy / path).write_text(original, encoding="utf-8")


def main() -> int:
    """Print each mutant's fate; 1 where one survives."""
    parser = argparse.ArgumentParser(prog="python -m tests.check.mutate")
    parser.add_argument("--only", default="", help="mutants whose file or change contains this")
    options = parser.parse_args()
    chosen = [m for m in mutants() if options.only in f"{m[0]} {m[1]}"]
    alive = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "gouji"
        left_out = shutil.ignore_patterns(".venv", ".git", "dagster_home", "__pycache__", "*.duckdb")
        shutil.copytree(HERE, copy, ignore=left_out)
        if chosen and not survives(copy, (RULES, "", (HERE / RULES).read_text(encoding="utf-8"))):
            print("the tests fail without any change: nothing can be learnt")
            return 2
        for number, mutant in enumerate(chosen, start=1):
            lives = survives(copy, mutant)
            alive += [mutant] if lives else []
            print(f"{number}/{len(chosen)}", "SURVIVES" if lives else "killed", *mutant[:2], flush=True)
    print(f"{len(chosen) - len(alive)} of {len(chosen)} killed")
    return int(bool(alive))


if __name__ == "__main__":
    sys.exit(main())
