"""What mkdocs is told beyond mkdocs.yml: the documents of the project's root are pages of the site, their links those of it.

Does not belong here: anything that a page says.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

PROJECT = Path(__file__).resolve().parent.parent
# Document of the root -> page of the site.
ROOT = {
    "README.md": "index.md",
    "README.zh-CN.md": "zh.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
}
_TARGET = re.compile(r'(\]\(|(?:src|href)=")(?:docs/)?([^)"]+)')


def on_files(files: Files, *, config: Any) -> Files:
    """Add the documents of the root, and the licence they link to."""
    for name, page in ROOT.items():
        text = _TARGET.sub(_relinked, (PROJECT / name).read_text(encoding="utf-8"))
        files.append(File.generated(config, page, content=text))
    files.append(
        File.generated(config, "LICENSE.txt", content=(PROJECT / "LICENSE").read_text(encoding="utf-8"))
    )
    return files


def _relinked(found: re.Match[str]) -> str:
    page = {**ROOT, "LICENSE": "LICENSE.txt"}.get(found[2], found[2])
    return found[1] + page
