"""An extractor for tests that reads no model: a few verbs become claims, so that builds are fast and foreseeable."""

from __future__ import annotations

import re
from collections.abc import Sequence

from frontwire.reading.document import Document
from frontwire.records import Draft, Mention, Status

VERBS = {"seized": "capture", "shelled": "shelling", "killed": "killing", "retook": "capture"}
_TOLL = re.compile(r"(?:at least )?\d+ (?:people|soldiers|civilians|villagers)")


class ScriptedExtractor:
    """Subject before the verb, capitalised word after it as place, numbers of people as killed, "on Monday" as time."""

    name = "scripted-1"

    def __init__(self, fail_after: int | None = None) -> None:
        self.fail_after = fail_after
        self.calls = 0

    def extract(self, documents: Sequence[Document]) -> list[list[Draft]]:
        self.calls += 1
        if self.fail_after is not None and self.calls > self.fail_after:
            raise KeyboardInterrupt
        return [[d for i, span in enumerate(doc.sentences) for d in self._drafts(doc, i, *span)] for doc in documents]

    def _drafts(self, doc: Document, index: int, start: int, end: int) -> list[Draft]:
        text, identity = doc.report.text, doc.report.report_id

        def mention(a: int, b: int) -> Mention:
            return Mention(text=text[a:b], start=a, end=b, report_id=identity)

        found = []
        for verb in re.finditer("|".join(VERBS), text[start:end]):
            at = start + verb.start()
            roles = [("agent", mention(start, at - 1))]
            place = re.search(r"(?:town of )?([A-Z]\w+(?: [A-Z]\w+)?)", text[start + verb.end() : end])
            if place:
                base = start + verb.end()
                roles.append(("place", mention(base + place.start(1), base + place.end(1))))
            roles += [("killed", mention(start + m.start(), start + m.end())) for m in _TOLL.finditer(text[start:end])]
            roles += [
                ("time", mention(start + m.start(), start + m.end()))
                for m in re.finditer(r"on \w+day", text[start:end])
            ]
            said = re.search(r", (\w+(?: \w+)?) said", text[start:end])
            if said:
                roles.append(("source", mention(start + said.start(1), start + said.end(1))))
            found.append(
                Draft(
                    report_id=identity,
                    sentence=index,
                    start=at,
                    end=at + len(verb.group()),
                    type=VERBS[verb.group()],
                    status=Status.ACTUAL,
                    background=False,
                    roles=tuple(roles),
                    confidence=0.9,
                    extractor=self.name,
                )
            )
        return found
