"""Where a quotation goes on from one sentence to the next."""

from __future__ import annotations

import re

from frontwire.extraction.speakers import QUOTES


def runs_on(text: str, start: int, end: int, quote_open: bool) -> bool:
    """A sentence that stands wholly in quotation marks, or inside one still open, is its speaker's."""
    words = text[start:end].strip()
    return quote_open or (words[:1] in QUOTES and words[-1:] in QUOTES)


def left_open(text: str, start: int, end: int, before: bool) -> bool:
    """Is a quotation still open behind the sentence? Only curly marks tell: straight ones look the same at both ends,
    and one lost mark would turn every later sentence of a report round."""
    sentence = text[start:end]
    if "“" in sentence or "”" in sentence:
        opened = sentence.rfind("“")
        return opened > max(sentence.rfind("”"), sentence.rfind('"')) and _is_closed(text, start + opened + 1)
    return before and '"' not in sentence


def _is_closed(text: str, at: int) -> bool:
    """Does the quotation opened before ``at`` end somewhere? Another one that opens first shows that its end was lost,
    unless it opens a paragraph: a quotation over several paragraphs opens each of them."""
    following = re.search("[“”]", text[at:])
    if following is None:
        return False
    return following[0] == "”" or "\n" in text[at : at + following.start()].rstrip(" ")[-1:]
