"""Who was harmed by one plain report (``python -m benchmarks.harm [--wrong]``): our own table.

Each row is a report of a few sentences and the incidents with people killed, wounded, missing, held or driven out that it tells, with
the figures as ranges. Written from the codebook, A to D, before the rules were held against it; rows that come out wrong stay in the
table.
"""

from __future__ import annotations

from benchmarks.holders import PUBLISHED, parts
from benchmarks.tables import Reader, show
from frontwire.linking.link import link
from frontwire.records import CasualtyRange, Claim, Incident, Range
from frontwire.reuse.origins import voices
from frontwire.situation.incidents import incidents
from frontwire.situation.surroundings import Surroundings

KINDS = ("killed", "wounded", "missing", "held", "displaced")


def told(text: str) -> list[tuple[Incident, list[Claim]]]:
    """The incidents of the one-report situation ``text`` with their claims, in text order."""
    read, resolved = parts(text)
    claims = list(resolved.claims)
    heard = voices(claims, [read.report], [], {})
    around = Surroundings([read], list(resolved.places))
    found = incidents(link(claims, [], texts={"r": text}).groups, heard, {"r": PUBLISHED}, around)
    by_id = {c.claim_id: c for c in claims}
    own = [(i, sorted((by_id[c] for c in i.claims), key=lambda c: c.start)) for i in found]
    return sorted(own, key=lambda pair: pair[1][0].start)


def harm_of(row: str) -> tuple[str, ...]:
    return ("; ".join(line for i, _ in told(row) if (line := _line(i))) or "-",)


def _line(incident: Incident) -> str:
    """Type and figures, as in the table; "" where nobody was harmed."""
    ranges = {"killed": incident.killed, "wounded": incident.wounded}
    for kind in KINDS[2:]:
        ranges[kind] = _sum([c for c in incident.casualties if c.kind == kind])
    words = [f"{kind} {_words(r.low, r.high)}" for kind in KINDS if (r := ranges[kind])]
    return " ".join([incident.type, *words]) if words else ""


def _sum(classes: list[CasualtyRange]) -> Range | None:
    """One range over all classes of victims."""
    if not classes:
        return None
    high = None if any(c.high is None for c in classes) else sum(c.high or 0 for c in classes)
    return Range(low=sum(c.low or 0 for c in classes), high=high, best=None)


def _words(low: int | None, high: int | None) -> str:
    return f"{low}" if low == high else f"{low}-{high if high is not None else ''}"


READERS: dict[str, Reader] = {"../situation/plain_harm.tsv": harm_of}


def main() -> None:
    show(READERS)


if __name__ == "__main__":
    main()
