"""Words are counted as the model reads them: by first pieces of words, every sentence once."""

from frontwire.extraction.encoding import Encoder
from frontwire.extraction.model import MODEL_DIR
from training.lexicon import counted


def test_words_are_counted_with_the_triggers_among_them() -> None:
    report = {
        "id": "t1",
        "sents": ["Gunmen raided the depot.", "The raid on the depot lasted an hour."],
        "claims": [{"s": 0, "trigger": "raided", "type": "attack"}, {"s": 1, "trigger": "raid", "type": "attack"}],
    }
    counts = counted([report], Encoder(MODEL_DIR / "tokenizer.json"))
    assert counts["raided"] == (1, 1)
    assert counts["raid"] == (1, 1)
    assert counts["the"] == (3, 0)
    assert list(counts) == sorted(counts)
