"""How a file's place is written down: relative to the source, posix, printable and without ambiguity.

A name may hold any byte but NUL and the slash. Bytes that are not UTF-8 and control characters are shown as
`\\xNN`, line separators and the like as `\\uNNNN`, a backslash as `\\\\`; everything else stands as it is.
"""

from __future__ import annotations

import os
import re
import unicodedata

_ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|(\\))")
_HIDDEN = {"Cc", "Cf", "Zl", "Zp"}


def show(path: str) -> str:
    """The printable form of a relative path as `os` gives it (undecodable bytes as surrogates)."""
    if path.isprintable() and "\\" not in path:
        return path
    return "".join(_show(char) for char in path)


def _show(char: str) -> str:
    code = ord(char)
    if char == "\\":
        return "\\\\"
    if 0xDC80 <= code <= 0xDCFF:  # a byte that is not UTF-8, as os.fsdecode gives it
        return f"\\x{code - 0xDC00:02x}"
    if unicodedata.category(char) in _HIDDEN and code <= 0xFFFF:
        return f"\\x{code:02x}" if code < 0x80 else f"\\u{code:04x}"
    return char


def path_of(shown: str) -> str:
    """The path that `show` was given."""

    def back(match: re.Match[str]) -> str:
        byte, code, _ = match.groups()
        if byte:
            return os.fsdecode(bytes([int(byte, 16)]))
        return chr(int(code, 16)) if code else "\\"

    return _ESCAPE.sub(back, shown)
