"""Web pages: body by trafilatura, timestamps from JSON-LD and OpenGraph (trafilatura keeps only the day)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import trafilatura
from lxml import html as lxml_html

_ARTICLE = re.compile(r"Article|Report|BlogPosting", re.I)


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """All JSON-LD objects, also those inside @graph and lists."""
    if isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"))
    elif isinstance(value, list):
        for item in value:
            yield from _objects(item)


def _linked_data(tree: Any) -> dict[str, Any]:
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        try:
            found = list(_objects(json.loads(script)))
        except ValueError:
            continue  # broken JSON-LD is common; the meta tags below still count
        for item in found:
            if _ARTICLE.search(str(item.get("@type"))):
                return item
    return {}


def _meta(tree: Any, *names: str) -> str | None:
    for name in names:
        for value in tree.xpath("//meta[@property=$n or @name=$n or @itemprop=$n]/@content", n=name):
            if value.strip():
                return str(value).strip()
    return None


def read_html(source: str) -> dict[str, object]:
    """Fields of one page; ``text`` is empty where no article body was found."""
    tree = lxml_html.fromstring(source.encode("utf-8", "replace"), parser=lxml_html.HTMLParser(encoding="utf-8"))
    data = _linked_data(tree)
    body = trafilatura.extract(source, favor_precision=True, include_comments=False, include_tables=False) or ""
    author = data.get("author")
    author = author[0] if isinstance(author, list) and author else author
    return {
        "text": body,
        "title": data.get("headline") or _meta(tree, "og:title") or tree.findtext(".//title"),
        "outlet": _meta(tree, "og:site_name") or (data.get("publisher") or {}).get("name"),
        "byline": author.get("name") if isinstance(author, dict) else author or _meta(tree, "author"),
        "published": data.get("datePublished") or _meta(tree, "article:published_time", "datePublished", "date"),
        "url": _meta(tree, "og:url") or next(iter(tree.xpath('//link[@rel="canonical"]/@href')), None),
        "language": tree.get("lang"),
    }
