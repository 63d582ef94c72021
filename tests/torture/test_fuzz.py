"""Some mangled texts; `make torture` reads a hundred thousand."""

from pathlib import Path

import pytest

from tests.torture import fuzz
from tests.torture.mutate import mutated, pool


def test_mangled_texts_end_as_rows_or_findings(tmp_path: Path) -> None:
    seeds = [f"short:{number}" for number in range(200)]
    batch = fuzz.fuzz(seeds, pool(), tmp_path / "fuzz.duckdb")
    assert batch.faults == []
    assert batch.ended.total() == len(seeds)
    assert {"rows", "findings only", "file-undecodable"} <= set(batch.ended)


def test_a_seed_is_always_the_same_input() -> None:
    texts = pool()
    assert [mutated(f"a:{n}", texts) for n in range(20)] == [mutated(f"a:{n}", texts) for n in range(20)]


def test_a_fault_is_seen_and_the_input_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = fuzz.read_text

    def faulty(text: str, source_file: str, content_hash: str):  # type: ignore[no-untyped-def]
        if source_file == "short:3.txt":
            raise ValueError("as ordered")
        reading = real(text, source_file, content_hash)
        if source_file == "short:5.txt":
            reading.cells.pop()
        return reading

    monkeypatch.setattr(fuzz, "read_text", faulty)
    texts = pool()
    seeds = [f"short:{number}" for number in range(12)]
    monkeypatch.setattr(fuzz, "mutated", lambda key, _: f"{texts[0]}\n{key}".encode())
    batch = fuzz.fuzz(seeds, texts, tmp_path / "fuzz.duckdb")
    assert [key for key, _ in batch.faults][:1] == ["short:3"]
    assert "as ordered" in batch.faults[0][1]
    assert any("not accounted for" in what for _, what in batch.faults[1:])
