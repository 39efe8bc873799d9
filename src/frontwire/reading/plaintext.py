"""Text files: encoding, and the optional header of ``Key: value`` lines."""

from __future__ import annotations

import re

_HEADER = re.compile(r"^(date|published|outlet|source|title|headline|url|byline|author|id|language)\s*:\s*(.*)$", re.I)
_NAMES = {"date": "published", "source": "outlet", "headline": "title", "author": "byline"}


def decode(data: bytes) -> str:
    """Bytes -> text. UTF-8 (BOM or not), UTF-16 with BOM, else Windows-1252. Raises ValueError for binary data.

    Windows-1252 is what undeclared Western newswire files turn out to be; bytes undefined there mean binary.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    if b"\x00" in data[:8192]:
        raise ValueError("is a binary file, not text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        raise ValueError("is neither UTF-8 nor Windows-1252 text") from None


def split_header(text: str) -> dict[str, object]:
    """Header fields plus ``text``. Without at least one header line followed by a blank line, all is text.

    Markdown's ``# Title`` first line is taken as the title and stays in the text.
    """
    lines = text.splitlines(keepends=True)
    found: dict[str, object] = {}
    for n, line in enumerate(lines):
        match = _HEADER.match(line.strip())
        if match:
            name = match[1].lower()
            found[_NAMES.get(name, name)] = match[2].strip()
        elif not line.strip() and found:
            return {**found, "text": "".join(lines[n + 1 :]).strip("\r\n")}
        else:
            break
    if lines and len(found) == len(lines):
        return {**found, "text": ""}
    title = re.match(r"#\s+(.+)", text)
    return {"text": text.strip("\r\n"), **({"title": title[1].strip()} if title else {})}
