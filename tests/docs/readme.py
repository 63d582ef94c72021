"""Reads the fenced blocks of the documents and runs them in a copy of the house.

`python -m tests.docs.readme [PAGE...]` writes results anew. In every page

- `console`: each `$ command` is run, and the lines under it are what it prints.
- `python`: the program is run, and the `text` block after it is what it prints.
- anything else (`sh`, `r`): not run; an HTML comment `<!-- not run: why -->` stands above it.
"""

from __future__ import annotations

import os
import re
import select
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from click.testing import CliRunner, Result

PROJECT = Path(__file__).resolve().parents[2]
READMES = (PROJECT / "README.md", PROJECT / "README.zh-CN.md")
PAGES = (*READMES, *sorted((PROJECT / "docs").glob("*.md")))
# Pages in both languages, which show the same commands and results: only the first is run.
TWINS = (READMES, (PROJECT / "docs" / "access.md", PROJECT / "docs" / "access.zh.md"))
# What stands in a page for the folder of the clone.
CLONE = "/path/to/gouji"

_FENCE = re.compile(r"^```(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# Hands its arguments to the process that started the shell, waits, prints what it was told, ends as it was told.
_FUNCTION = """.venv/bin/gouji() {
  printf '%s\\0' "$@" $'\\n' > "$ASKED"
  read -r code < "$ANSWERED"
  cat "$SAID"
  return "$code"
}
"""
_END = b"\0\n\0"
_EXCUSE = re.compile(r"<!-- not run: \S.*-->\n+\Z")


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, its place in the document, and whether it is excused from running."""

    language: str
    body: str
    start: int
    end: int
    excused: bool


@dataclass(frozen=True)
class Example:
    """Something that is run, and what a page says it prints."""

    language: str
    source: str
    printed: str


def blocks(text: str) -> list[Block]:
    """All fenced blocks in order."""
    return [
        Block(m[1], m[2], m.start(2), m.end(2), bool(_EXCUSE.search(text[: m.start()])))
        for m in _FENCE.finditer(text)
    ]


def commands(body: str) -> Iterator[Example]:
    """The commands of a console block, each with the lines under it."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        # A quoted query may run over several lines, and so may a command that says so.
        source, _, printed = part.partition("\n")
        while source.count('"') % 2 or source.endswith("\\"):
            line, _, printed = printed.partition("\n")
            source += f"\n{line}"
        yield Example("console", source, printed)


def examples(text: str) -> list[Example]:
    """Everything in a document that is run, in order."""
    found: list[Example] = []
    parsed = blocks(text)
    for block, after in zip_longest(parsed, parsed[1:]):
        if block.language == "console":
            found += commands(block.body)
        elif block.language == "python":
            found.append(Example("python", block.body, after.body if after else ""))
    return found


class House:
    """A folder that looks like a fresh clone after `make setup`, where nothing of the real one can be overwritten."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "gouji"
        self.folder.mkdir(parents=True)
        for name in ("Makefile", "requirements.lock", "pyproject.toml"):
            (self.folder / name).symlink_to(PROJECT / name)
        (self.folder / ".venv").symlink_to(sys.prefix)
        shutil.copytree(PROJECT / "data" / "samples", self.folder / "data" / "samples")
        self.home = folder / "home"
        # Whether each `gouji` is a process of its own, as what the READMEs show; starting Pythons takes most of the time.
        self.real = True
        shutil.copytree(self.folder / "data" / "samples", self.home / "reports")
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("GOUJI_", "MAKE", "DAGSTER_"))},
            "PATH": os.pathsep.join(
                place
                for place in os.environ["PATH"].split(os.pathsep)
                if not (Path(place) / "gouji").exists()
            ),
            "HOME": str(self.home),
            "COLUMNS": "80",
            "DAGSTER_HOME": str(self.folder / "data" / "dagster_home"),
            "GOUJI_WAREHOUSE": str(self.folder / "data" / "warehouse"),
        }

    def prepare(self, page: Path) -> None:
        """A README begins where nothing was run yet, every other page after the `make run` of the README."""
        warehouse = self.folder / "data" / "warehouse"
        self.real = page in READMES
        if page in READMES:
            shutil.rmtree(warehouse, ignore_errors=True)
        elif not warehouse.exists():
            self.run(Example("console", ".venv/bin/gouji run data/samples --warehouse data/warehouse", ""))

    def run(self, example: Example) -> str:
        """What it prints, with the folder spelled as in the pages and without space at the ends of lines."""
        if (words := self._query(example)) is not None:
            return self._tidy(self._ask(words, example.source))
        if example.language == "python":
            command = [sys.executable, "-c", example.source]
        else:
            # What is installed is taken as it is: a test installs nothing.
            command = ["bash", "-c", re.sub(r"^make\b", "make -o .venv/.complete", example.source)]
            if not self.real:
                return self._tidy(self._in_shell(example.source))
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise AssertionError(f"{example.source}\nexit {done.returncode}\n{done.stdout}{done.stderr}")
        return self._tidy(done.stdout)

    def _in_shell(self, source: str) -> str:
        """What a line of shell prints, whose `gouji` is a function of that shell that has this process do its work."""
        asked, answered, said = (self.folder.parent / name for name in ("asked", "answered", "said"))
        for pipe in (asked, answered):
            if not pipe.exists():
                os.mkfifo(pipe)
        names = {"ASKED": str(asked), "ANSWERED": str(answered), "SAID": str(said)}
        pipe = os.open(
            asked, os.O_RDWR | os.O_NONBLOCK
        )  # open at both ends: nobody waits for the other to open it
        shell = subprocess.Popen(
            ["bash", "-c", _FUNCTION + source],
            cwd=self.folder,
            env={**self.environment, **names},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        told = b""
        try:
            while shell.poll() is None:
                if not select.select([pipe], [], [], 0.02)[0]:
                    continue
                told += os.read(pipe, 65536)
                if not told.endswith(_END):  # a shell writes line by line
                    continue
                done = self._gouji(told.removesuffix(_END).decode().split("\0"))
                told = b""
                said.write_text(done.stdout, encoding="utf-8")
                answered.write_text(f"{done.exit_code}\n")
        finally:
            os.close(pipe)
        printed, _ = shell.communicate()
        if shell.returncode:
            raise AssertionError(f"{source}\nexit {shell.returncode}\n{printed}")
        return printed

    def _query(self, example: Example) -> list[str] | None:
        """The arguments of a `gouji sql` that needs no shell: those are asked in this process, as starting Pythons takes most of the time."""
        if example.language != "console" or not example.source.startswith(".venv/bin/gouji sql "):
            return None
        words = shlex.split(example.source)
        if {"|", "&&", ">", "<"} & set(words) or re.search(r"[$`]", example.source):
            return None
        return [str(self.home / word[2:]) if word.startswith("~/") else word for word in words[1:]]

    def _ask(self, words: list[str], source: str) -> str:
        done = self._gouji(words)
        if done.exit_code:
            raise AssertionError(f"{source}\nexit {done.exit_code}\n{done.output}")
        return done.stdout

    def _gouji(self, words: list[str]) -> Result:
        from pipelines.cli import main as gouji

        with chdir(self.folder):
            return CliRunner().invoke(gouji, words, env=self.environment)

    def _tidy(self, printed: str) -> str:
        # In a real clone this is the default warehouse, and the hint needs no option.
        printed = printed.replace(f" --warehouse {self.folder}/data/warehouse", "")
        for folder, shown in ((self.folder, CLONE), (self.home, "/home/you")):
            printed = printed.replace(str(folder), shown)
        return "".join(f"{line.rstrip()}\n" for line in printed.splitlines())


def refreshed(text: str, house: House) -> str:
    """The document with every printed result replaced by the real one."""
    made, upto = "", 0
    parsed = blocks(text)
    for before, block in zip([None, *parsed], parsed, strict=False):
        if block.language == "console":
            body = "".join(f"$ {e.source}\n{house.run(e)}" for e in commands(block.body))
        elif block.language == "text" and before and before.language == "python":
            body = house.run(Example("python", before.body, ""))
        else:
            continue
        made, upto = made + text[upto : block.start] + body, block.end
    return made + text[upto:]


def main(names: list[str]) -> None:
    """Write the real results into the pages named, else into all of them; each page starts from a house of its own."""
    import tempfile

    for path in [Path(name).resolve() for name in names] or PAGES:
        text = path.read_text(encoding="utf-8")
        if not examples(text):
            continue
        with tempfile.TemporaryDirectory() as folder:
            house = House(Path(folder))
            house.prepare(path)
            path.write_text(refreshed(text, house), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
