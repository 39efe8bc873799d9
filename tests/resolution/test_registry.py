"""The registry: names, other spellings, and who is a part of whom."""

import pytest

from frontwire.codebook import load_actors
from frontwire.resolution.registry import lineage, named, registry, same_actor


def test_a_name_counts_from_its_date_on() -> None:
    assert named("Islamic State", "2014-06-23") is None
    entry = named("Islamic State", "2014-07-01")
    assert entry is not None and entry.actor_id == "islamic-state"


def test_the_registry_is_sound() -> None:
    """300 and more actors, each with a side, a source, and a parent that exists."""
    entries = registry()
    ids = {e.actor_id for e in entries}
    assert len(ids) >= 300
    sides = {"state", "rebel", "militia", "external", "international"}
    assert all(e.side in sides and e.source for e in entries)
    assert {e.parent for e in entries if e.parent} <= ids | {"ecowas"}


def test_no_name_stands_for_two_actors() -> None:
    owners: dict[str, set[str]] = {}
    for identity, _, _, _, aliases, *_ in load_actors():
        for alias in aliases.split("|"):
            owners.setdefault(alias, set()).add(identity)
    assert {a: ids for a, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize(
    ("words", "actor"),
    [("Huthi rebels", "houthis"), ("Hizballah", "hezbollah"), ("the Haqani network", "haqqani-network"), ("Taleban fighters", "taliban"),
     ("Jalal Talabani", None), ("Abdel Fattah Omar", None), ("a farmer", None), ("HUTI", None)],
)  # fmt: skip
def test_another_transliteration_is_the_same_actor(words: str, actor: str | None) -> None:
    found = named(words, None)
    assert (found.actor_id if found else None) == actor


def test_a_states_army_is_a_part_of_the_state_and_two_armies_are_two() -> None:
    assert lineage("idf") == {"idf", "state:IL"}
    assert same_actor("idf", "state:IL") and same_actor("state:IL", "idf") and same_actor("idf", "idf")
    assert same_actor("is-k", "islamic-state")
    assert not same_actor("indian-army", "bsf") and not same_actor("hamas", "state:IL")
    assert not same_actor("local:hill-front", "local:valley-front")
