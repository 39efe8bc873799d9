"""Choose among a name's candidates by the company it keeps (coherence ranking, anchors geo_time 1.2).

Every name of a report spreads one vote over its candidates; a candidate is then scored by its own prominence and by
the votes that *other* names give its country, its province and its surroundings, and the votes are spread anew by
those scores. Three rounds settle it. Weights were reasoned, not fitted to any set: what they reach is in
``benchmarks/RESULTS.md``.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from frontwire.geometry import km
from frontwire.resolution.gazetteer import Candidate
from frontwire.resolution.toponyms import Toponym, namesake, seat_of

POPULATION = 0.45  # per power of ten: a city of a million beats a village of ten thousand by .9
MAIN_NAME = 0.8  # alternate names are untyped in GeoNames: old and wrong ones among them
# "Gaza" alone is the city before the province of Mozambique (1.6: lgl .777 to .776 with 1.5, .775 with 1.4)
KIND = {"country": 3.0, "province": 1.5, "region": 2.0, "district": -0.5, "demonym": 3.0}
FUZZY = -2.5  # same consonants only: the company has to vouch for it
CAPITAL = 1.8  # a capital's name mostly means the government there
COUNTRY_SHARE = 2.0  # the part of the report's other names that lies in the candidate's country
COUNTRY = 1.0  # that the country is named or shared at all
PROVINCE = 2.2  # that another name lies in, or is, its province
NEAR = 1.2  # that another name lies within a degree or so (about 100 km)
BORDER = 0.8  # that another country is named whose middle lies within BORDER_KM: Israel speaks for the Gaza beside it
BORDER_KM = 800.0  # about as far as the middles of neighbouring states lie apart
ABSTRACT = frozenset({"country", "region", "demonym"})
WIDE = frozenset({"country", "region", "province", "demonym"})  # no point: nothing is near them
COMMA = 4.0  # "Ramadi, Anbar": the next name contains this one
VILLAGE = 10_000  # inhabitants; a larger place is known abroad often enough
USUAL = 3.0  # what the other reports of the situation take the name for (resolution.company): more than any runner-up's lead there
NAMESAKE = 1.0  # "Homs" is the town before the province it is the seat of, "Homs province" the reverse
# "Kharkiv" was the province in 19 of 24 bare mentions: who holds which town .339 to .523; .5 and 2 the same, the place sets not touched
SECOND = 1.0  # how far the province then stands behind
ROUNDS = 3
MOST_CANDIDATES = 40  # of a name, by prominence: "San Antonio" has 700
VAGUE_VOTE = 0.4  # of a name known by its consonants: three of them in one land outvote one stray match
TEMPERATURE = 0.7  # of the votes: a lead of one point takes four fifths of them


Key = tuple[str, str]  # a name and the sense its neighbours give it


@dataclass(frozen=True, slots=True)
class Ranked:
    """The chosen candidate, its score, the runner-up and how far it lies behind."""

    candidate: Candidate
    score: float
    margin: float
    candidates: int
    runner_up: Candidate | None = None


@dataclass(slots=True)
class Votes:
    """Where a report's names say it is; each name's own votes are kept apart so that none supports itself."""

    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    provinces: defaultdict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    cells: defaultdict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))
    lands: defaultdict[Candidate, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, candidate: Candidate, weight: float) -> None:
        weight *= VAGUE_VOTE if candidate.fuzzy else 1.0
        self.countries[candidate.country] += weight
        if candidate.admin1:
            self.provinces[candidate.country, candidate.admin1] += weight
        if candidate.kind not in WIDE:
            self.cells[_cell(candidate)] += weight
        elif candidate.kind in ("country", "demonym"):
            self.lands[candidate] += weight

    def near(self, candidate: Candidate) -> float:
        a, b = _cell(candidate)
        return sum(self.cells.get((a + i, b + j), 0.0) for i in (-1, 0, 1) for j in (-1, 0, 1))

    def bordering(self, candidate: Candidate) -> float:
        """Votes for other countries whose middle is near."""
        if candidate.kind in ABSTRACT:
            return 0.0
        return sum(v for land, v in self.lands.items() if land.country != candidate.country
                   and km(land.lat, land.lon, candidate.lat, candidate.lon) <= BORDER_KM)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole report says about where it is: each country's share of its names (sums to 1 or less)."""

    countries: dict[str, float]
    choices: Mapping[Key, Ranked]

    def others(self, candidate: Candidate) -> float:
        """A country's share without the vote of the one name that is asked about."""
        own = (VAGUE_VOTE if candidate.fuzzy else 1.0) / max(1, len(self.choices))
        return max(0.0, self.countries.get(candidate.country, 0.0) - own)

    def alien(self, candidate: Candidate, whole: Collection[Key]) -> bool:
        """Is the report plainly about another country, with no other place named in this one?

        A country's own name and adjective do not count: an intervening state lends its name to forces, not to villages.
        Nor do names outside ``whole``, which are pieces of longer ones ("Lima" of "Umm Lima" is no Lima).
        """
        chosen = [r.candidate for key, r in self.choices.items() if key in whole]
        towns = Counter(c.country for c in chosen if c.kind not in ABSTRACT)
        lands = {c.country for c in chosen if c.kind in ABSTRACT}
        if candidate.population < VILLAGE and candidate.country not in lands and towns[candidate.country] <= 1:
            # a land, a town of that land and a village of another that the report never names
            return any(land in towns for land in lands)
        most = max(towns.values(), default=0)
        few = (
            1 if candidate.country in lands else max(1, most // 2)
        )  # two namesakes of unlisted villages vouch for each other
        return most >= 3 and 2 * most >= sum(towns.values()) and towns[candidate.country] <= few < most


def _cell(candidate: Candidate) -> tuple[int, int]:
    return math.floor(candidate.lat), math.floor(candidate.lon)


def prior(candidate: Candidate) -> float:
    """A candidate's prominence alone."""
    base = (
        KIND.get(candidate.kind, 0.0)
        + (MAIN_NAME if candidate.main else 0.0)
        + CAPITAL * candidate.capital
        + FUZZY * candidate.fuzzy
    )
    return base + POPULATION * math.log10(min(candidate.population, 5_000_000) + 10.0)


def resolve_names(
    toponyms: Sequence[Toponym],
    containers: Mapping[int, tuple[Candidate, ...]],
    usual: Mapping[Key, str] | None = None,
) -> Context:
    """Every distinct name of a report with its choice; ``usual`` are the places other reports agree on for names this one leaves open."""
    names: dict[Key, list[Candidate]] = {}
    inside: defaultdict[Key, list[Candidate]] = defaultdict(list)
    for toponym in toponyms:
        names.setdefault(toponym.key, sorted(toponym.candidates, key=lambda c: (-prior(c), c.id))[:MOST_CANDIDATES])
        inside[toponym.key] += [c for c in containers.get(toponym.start, ()) if c.kind in ("country", "province")]
    agreed = usual or {}
    own = {name: [p + _held(c, inside[name]) + USUAL * (agreed.get(name) == c.id)
                  for c, p in zip(cands, _priors(cands, name[1]), strict=True)] for name, cands in names.items()}  # fmt: skip
    scores = dict(own)
    votes = _votes(names, scores)
    for _ in range(ROUNDS):
        total = max(1.0, len(names) - 1.0)
        for name, cands in names.items():
            cast = _spread(cands, scores[name])
            support = [_support(c, votes, cands, cast, total) for c in cands]
            scores[name] = [a + b for a, b in zip(own[name], support, strict=True)]
        votes = _votes(names, scores)
    shares = {c: v / max(1.0, len(names)) for c, v in votes.countries.items() if c}
    return Context(shares, {name: ranked for name in names if (ranked := _chosen(names[name], scores[name]))})


def _spread(candidates: Sequence[Candidate], scores: Sequence[float]) -> list[float]:
    """One vote, spread over the candidates by their scores (softmax)."""
    if not scores:
        return []
    top = max(scores)
    weights = [math.exp((s - top) / TEMPERATURE) for s in scores]
    total = sum(weights)
    return [w / total for w in weights]


def _votes(names: Mapping[Key, Sequence[Candidate]], scores: Mapping[Key, Sequence[float]]) -> Votes:
    votes = Votes()
    for name, candidates in names.items():
        for candidate, share in zip(candidates, _spread(candidates, scores[name]), strict=True):
            votes.add(candidate, share)
    return votes


def _support(c: Candidate, votes: Votes, peers: Sequence[Candidate], own: Sequence[float], total: float) -> float:
    """What the other names say for ``c``: their votes less those this name cast itself."""
    mine = Votes()
    for peer, share in zip(peers, own, strict=True):
        if peer.country == c.country or peer.kind in ("country", "demonym"):
            mine.add(peer, share)
    country = max(0.0, votes.countries[c.country] - mine.countries[c.country]) if c.country else 0.0
    key = (c.country, c.name if c.kind == "province" else c.admin1 or "")
    province = max(0.0, votes.provinces.get(key, 0.0) - mine.provinces.get(key, 0.0))
    around = 0.0 if c.kind in WIDE else max(0.0, votes.near(c) - mine.near(c))
    border = max(0.0, votes.bordering(c) - mine.bordering(c))
    # a neighbour speaks where nothing of the land itself does
    land = max(COUNTRY * _some(country), BORDER * _some(border))
    return COUNTRY_SHARE * country / total + land + PROVINCE * _some(province) + NEAR * _some(around)


def _some(mass: float) -> float:
    """0 for no votes, .63 for one, near 1 for many: the second witness counts less than the first."""
    return 1.0 - math.exp(-mass)


def _held(c: Candidate, containers: Sequence[Candidate]) -> float:
    return COMMA if any(_inside(c, outer) for outer in containers) else 0.0


def _priors(candidates: Sequence[Candidate], sense: str) -> list[float]:
    """Prominence of each candidate; of a division and the seat that shares its name, the one comes first that the words beside the name
    mean, and the seat where they say nothing. What the two weigh against namesakes elsewhere stays as it was."""
    found = [prior(c) for c in candidates]
    for n, division in enumerate(candidates):
        seats = [k for k, c in enumerate(candidates) if seat_of(c, division)]
        if sense == "division" or not seats:
            found[n] += (NAMESAKE if sense == "division" else -NAMESAKE) * namesake(division, candidates)
        else:
            first = max(seats, key=lambda k: found[k])
            found[first] = max(found[n] - NAMESAKE, found[first])
            found[n] = found[first] - SECOND
    return found


def _inside(candidate: Candidate, container: Candidate) -> bool:
    if container.kind == "country":
        return candidate.country == container.country and candidate.kind != "country"
    return candidate.kind != "province" and (candidate.country, candidate.admin1) == (container.country, container.name)


def _chosen(candidates: Sequence[Candidate], scores: Sequence[float]) -> Ranked | None:
    """The best candidate; ties go to the smaller id so that the result never depends on order."""
    order = sorted(zip(scores, candidates, strict=True), key=lambda pair: (-pair[0], pair[1].id))
    if not order:
        return None
    second = order[1] if len(order) > 1 else None
    margin = order[0][0] - (second[0] if second else 0.0)
    return Ranked(order[0][1], round(order[0][0], 3), round(margin, 3), len(order), second[1] if second else None)
