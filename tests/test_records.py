"""JSON round trip is lossless for every record type."""

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontwire import records
from frontwire.serial import from_json, to_json

st.register_type_strategy(float, st.floats(allow_nan=False))  # JSON has no NaN, and no record holds one
TYPES = [t for t in vars(records).values() if isinstance(t, type) and dataclasses.is_dataclass(t)]


@pytest.mark.parametrize("cls", TYPES, ids=lambda t: t.__name__)
def test_json_round_trip_is_lossless(cls: type[Any]) -> None:
    @given(st.builds(cls))
    def check(record: Any) -> None:
        assert from_json(cls, json.loads(json.dumps(to_json(record)))) == record

    check()


def test_unknown_fields_are_refused_not_dropped() -> None:
    with pytest.raises(TypeError, match="no field colour"):
        from_json(records.Range, {"low": 1, "high": 1, "best": 1, "colour": "red"})


def test_content_ids_tell_null_from_empty() -> None:
    assert records.content_id("x", None) != records.content_id("x", "")
    assert records.content_id("x", "a", "b") != records.content_id("x", "ab")
    assert records.content_id("x", "a") == records.content_id("x", "a")
