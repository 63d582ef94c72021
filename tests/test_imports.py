"""The contracts of pyproject.toml fire: a forbidden import, planted in a copy of the house, is refused by name."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    ("module", "planted", "contract"),
    [
        ("assets/extract/numbers.py", "import schemas.rules", "Extraction never looks at sums"),
        (
            "assets/extract/places/columns.py",
            "from assets.check.rules import evaluate",
            "Extraction never looks at sums",
        ),
        (
            "assets/crawl/decode.py",
            "import assets.extract.forms",
            "A stage imports only the stages before it",
        ),
        ("schemas/form.py", "import assets.materialize", "Imports run one way"),
        ("assets/extract/reading.py", "import dagster", "In assets only the doors"),
        ("assets/building.py", "from dagster import asset", "In assets only the doors"),
    ],
)
def test_a_planted_import_is_refused(module: str, planted: str, contract: str, tmp_path: Path) -> None:
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    for name in ("pipelines", "assets", "schemas"):
        shutil.copytree(PROJECT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))

    def broken() -> list[str]:
        command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        return [line for line in done.stdout.splitlines() if " BROKEN" in line]

    with (tmp_path / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{planted}\n")
    assert any(line.startswith(contract) for line in broken())
