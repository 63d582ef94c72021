"""Pages to text: boilerplate removers, browsers in a terminal, parsers, pandas."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

from tests.conformance.channels.base import Channel, run


def _page(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _trafilatura(**options: Any) -> Callable[[Path], str]:
    def convert(path: Path) -> str:
        import trafilatura

        return str(trafilatura.extract(_page(path), include_tables=True, favor_recall=True, **options) or "")

    return convert


def _html2text(path: Path) -> str:
    import html2text

    reader = html2text.HTML2Text(bodywidth=0)
    return str(reader.handle(_page(path)))


def _html2text_padded(path: Path) -> str:
    import html2text

    reader = html2text.HTML2Text(bodywidth=0)
    reader.pad_tables = True
    return str(reader.handle(_page(path)))


def _inscriptis(path: Path) -> str:
    from inscriptis import get_text

    return str(get_text(_page(path)))


def _soup(mark: str, *, strip: bool) -> Callable[[Path], str]:
    def convert(path: Path) -> str:
        from bs4 import BeautifulSoup

        return str(BeautifulSoup(_page(path), "lxml").body.get_text(mark, strip=strip))  # type: ignore[union-attr]

    return convert


def _lxml(path: Path) -> str:
    from lxml import html

    return str(html.fromstring(_page(path)).text_content())


def _markdownify(path: Path) -> str:
    from markdownify import markdownify

    return str(markdownify(_page(path)))


def _resiliparse(path: Path) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(_page(path)))


def _pandas(write: Callable[[Any], str]) -> Callable[[Path], str]:
    """Prose by BeautifulSoup, each table by pandas, in place: spans are repeated in every square."""

    def convert(path: Path) -> str:
        import pandas as pd
        from bs4 import BeautifulSoup

        soup = BeautifulSoup(_page(path), "lxml")
        parts = []
        for node in soup.body.find_all(["h1", "h2", "p", "table"]):  # type: ignore[union-attr]
            if node.name != "table":
                parts.append(node.get_text())
                continue
            frame = pd.read_html(StringIO(str(node)), header=None, keep_default_na=False, converters=None)[0]
            parts.append(write(frame.fillna("")))
        return "\n\n".join(parts)

    return convert


CHANNELS = [
    Channel("trafilatura-txt", "B", "html", _trafilatura(), ("trafilatura",)),
    Channel("trafilatura-markdown", "B", "html", _trafilatura(output_format="markdown"), ("trafilatura",)),
    Channel("html2text", "B", "html", _html2text, ("html2text",)),
    Channel("html2text-padded", "B", "html", _html2text_padded, ("html2text",)),
    Channel("inscriptis", "C", "html", _inscriptis, ("inscriptis",)),
    Channel("markdownify", "B", "html", _markdownify, ("markdownify",)),
    Channel("resiliparse", "B", "html", _resiliparse, ("resiliparse",)),
    Channel("raw-html", "B", "html", _page),
    Channel("soup-lines", "C", "html", _soup("\n", strip=False), ("bs4",)),
    Channel("soup-lines-stripped", "C", "html", _soup("\n", strip=True), ("bs4",)),
    Channel("soup-spaces", "C", "html", _soup(" ", strip=True), ("bs4",)),
    Channel("lxml-text", "C", "html", _lxml, ("lxml",)),
    Channel("pandas-csv", "B", "html", _pandas(lambda f: f.to_csv(index=False, header=False)), ("pandas", "bs4")),
    Channel("pandas-tsv", "B", "html", _pandas(lambda f: f.to_csv(index=False, header=False, sep="\t")), ("pandas", "bs4")),
    Channel("pandas-markdown", "B", "html", _pandas(lambda f: f.to_markdown(index=False)), ("pandas", "bs4", "tabulate")),
    Channel("pandas-string", "B", "html", _pandas(lambda f: f.to_string(index=False, header=False)), ("pandas", "bs4")),
    Channel("w3m", "B", "html", lambda p: run("w3m", "-dump", "-cols", "160", "-I", "UTF-8", "-O", "UTF-8", "-T", "text/html", str(p)), ("!w3m",)),
    Channel("lynx", "C", "html", lambda p: run("lynx", "-dump", "-nolist", "-width=160", "-assume_charset=utf-8", "-display_charset=utf-8", str(p)), ("!lynx",)),
]  # fmt: skip
