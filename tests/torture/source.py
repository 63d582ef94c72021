"""A source folder that other people fill: files come, change, leave, move and are doubled, also while a run reads them."""

from __future__ import annotations

import os
import random
from pathlib import Path

from schemas.form import CellKey, forms
from tests.reports import text

_KEEP = range(10, 36)  # about so many files


class Source:
    """A folder, and what may happen to it."""

    def __init__(self, path: Path, rng: random.Random) -> None:
        """Make the folder, with some reports in it."""
        self.path, self.rng, self.made = path, rng, 0
        self.keys = list(forms()["2021"].cells)
        for name in ("", "甲", "乙/丙"):
            (path / name).mkdir(parents=True, exist_ok=True)
        for _ in range(20):
            self._add()

    def change(self) -> None:
        """Let some things happen."""
        for _ in range(self.rng.randint(1, 5)):
            files = self._files()
            if len(files) < _KEEP.start:
                self._add()
            elif len(files) > _KEEP.stop:
                self._remove()
            else:
                self.rng.choice(
                    (
                        self._add,
                        self._change,
                        self._change,
                        self._change_unseen,
                        self._remove,
                        self._rename,
                        self._double,
                        self._spoil,
                        self._touch,
                    )
                )()

    def _files(self) -> list[Path]:
        return sorted(p for p in self.path.rglob("*") if p.is_file())

    def _place(self) -> Path:
        self.made += 1
        return self.path / self.rng.choice(("", "甲", "乙/丙")) / f"{self.made:05}.txt"

    def _text(self) -> bytes:
        figures = {self.rng.choice(self.keys): str(self.rng.randint(0, 9)) for _ in range(3)}
        figures[CellKey("3", "new_received", "natural_person")] = str(self.rng.randint(0, 9))
        agency = f"青岚县{self.rng.choice('林农水教财文')}{self.rng.choice('业政务化')}局"
        made = text(agency, self.rng.randint(2021, 2024), figures)
        return made.encode("gb18030" if self.rng.random() < 0.2 else "utf-8")

    def _add(self) -> None:
        self._place().write_bytes(self._text())

    def _change(self) -> None:
        self.rng.choice(self._files()).write_bytes(self._text())

    def _change_unseen(self) -> None:
        """Of the same size, and as old as before: only the time of the change itself tells."""
        file = self.rng.choice(self._files())
        info, data = file.stat(), file.read_bytes()
        file.write_bytes(data.replace(b"\t0\t", b"\t8\t", self.rng.randint(1, 5)))
        os.utime(file, ns=(info.st_atime_ns, info.st_mtime_ns))

    def _remove(self) -> None:
        self.rng.choice(self._files()).unlink()

    def _rename(self) -> None:
        self.rng.choice(self._files()).rename(self._place())

    def _double(self) -> None:
        self._place().write_bytes(self.rng.choice(self._files()).read_bytes())

    def _spoil(self) -> None:
        self.rng.choice(self._files()).write_bytes(
            self.rng.choice((b"", b"%PDF-1.7\n\x00", b"\x00\xff\xfe\x01" * 9, "今天开会。\n".encode()))
        )

    def _touch(self) -> None:
        self.rng.choice(self._files()).touch()
