"""Resolve a claim's place filler as a build does: the words where they stand in the report."""

from frontwire.records import Mention, Place
from frontwire.resolution.gazetteer import Gazetteer
from frontwire.resolution.places import resolve_filler, resolve_report


def resolve(text: str, words: str, gazetteer: Gazetteer) -> Place:
    start = text.index(words)
    mention = Mention(text=words, start=start, end=start + len(words), report_id="r")
    return resolve_filler(mention, text, resolve_report("r", text, gazetteer), gazetteer)
