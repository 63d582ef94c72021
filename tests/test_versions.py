"""The versions of reader and checker change with all that decides their outcome, and with nothing else of the project."""

from pathlib import Path

import grimp
import pytest

from assets import versions

PROJECT = Path(versions.__file__).parents[1]
# What all stages stand on; it decides nothing about what is read: the way into the building, and the words for columns.
_SHARED = {
    "assets",
    "schemas",
    "assets.crawl",
    "assets.crawl.walk",
    "assets.crawl.entries",
    "assets.crawl.local",
    "assets.crawl.remote",
    "assets.crawl.paths",
    "assets.crawl.changes",
    "assets.garbage",
    "schemas.tables",
    "schemas.tables.columns",
    "schemas.tables.runs",
}
# Tables of another stage, which come with the package of all tables.
_BY_PACKAGE = {
    "reader": {"schemas.tables.checks", "schemas.tables.dimensions", "schemas.agency", "schemas.corrections"}
    | {"schemas.narrative", "schemas.rules"},
    "checker": {"assets.buildfile", "assets.building", "assets.crawl.decode"},
}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("assets", "schemas")


def module_of(path: Path) -> str:
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize(
    ("name", "listed", "doors"),
    [
        ("reader", versions.READER, ["assets.extract.batch", "assets.extract.facts"]),
        (
            "checker",
            versions.READER + versions.CHECKER,
            ["assets.check.trust", "assets.check.rules", "assets.check.affected", "assets.check.findings"],
        ),
    ],
)
def test_all_that_is_imported_is_listed(
    name: str, listed: tuple[str, ...], doors: list[str], graph: grimp.ImportGraph
) -> None:
    known = {module_of(path) for path in versions.sources(listed)}
    needed = set(doors).union(*(graph.find_upstream_modules(door) for door in doors))
    assert needed - known - _SHARED - _BY_PACKAGE[name] == set()


def test_data_is_listed_with_the_code() -> None:
    files = {p.name for p in versions.sources(versions.READER + versions.CHECKER)}
    assert {
        "2019.toml",
        "2021.toml",
        "rules.toml",
        "narrative.toml",
        "agencies.toml",
        "whose.toml",
        "meaning.toml",
        "findings.toml",
    } <= files


def test_a_changed_rule_changes_the_checker_only(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.read_bytes
    before = versions.reader_version(), versions.checker_version()

    def changed(name: str) -> tuple[str, str]:
        monkeypatch.setattr(
            Path, "read_bytes", lambda path: real(path) + (b"\n" if path.name == name else b"")
        )
        for version in (versions.reader_version, versions.checker_version):
            version.cache_clear()
        return versions.reader_version(), versions.checker_version()

    try:
        assert changed("rules.toml") == (before[0], changed("rules.toml")[1])
        assert changed("rules.toml")[1] != before[1]
        assert changed("reading.py")[0] != before[0]
        assert changed("2021.toml")[0] != before[0]
        assert changed("cli.py") == before
        assert changed("assets.py") == before
    finally:
        monkeypatch.undo()
        for version in (versions.reader_version, versions.checker_version):
            version.cache_clear()
