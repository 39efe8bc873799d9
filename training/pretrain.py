"""Intermediate training on the English Web Treebank (``python -m training.pretrain TREEBANK``).

A sentence-embedding encoder has never had to say who did what to whom. PropBank roles in the same input form as the
claim model's role window (marked predicate, roles on first word pieces) teach it; tagging every word with its part of
speech, its dependency relation and whether it heads a predicate does the same for the trigger window.
Sources are named in MODEL_CARD.md; only the encoder weights are kept.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path
from typing import Any

import torch
from torch import nn

from frontwire.extraction.encoding import Encoder, Window
from training.data import Example
from training.loop import MASK_TOKEN, MASKED, batches, mask_words, run, save, tensors
from training.model import ClaimModel
from training.paths import RUNS, base_model

RARE = 150  # role labels seen less often than this are not learned


def sentence_pieces(row: dict[str, Any], encoder: Encoder) -> tuple[list[int], list[int], list[int]]:
    """Word-piece ids of the treebank's own tokens, each token's first piece, each piece's token."""
    ids: list[int] = []
    first: list[int] = []
    owner: list[int] = []
    for n, token in enumerate(row["tokens"]):
        own = encoder.pieces(token).ids or (encoder.sep,)
        first.append(len(ids))
        ids += own
        owner += [n] * len(own)
    return ids, first, owner


def example(row: dict[str, Any], pred: dict[str, Any], names: dict[str, int], encoder: Encoder) -> Example:
    ids, first, owner = sentence_pieces(row, encoder)
    head = [encoder.cls, *encoder.pieces(pred["sense"].split(".")[0]).ids, encoder.sep]
    labels = [0] * len(first)
    for role, start, end in pred["roles"]:
        if role in names and not any(labels[start:end]):
            labels[start:end] = [names[role]] + [names[role] + 1] * (end - start - 1)
    types = [0] * len(head) + [int(n == pred["i"]) for n in owner] + [0]
    slots = tuple((len(head) + p, 0, n) for n, p in enumerate(first))
    return Example(Window((*head, *ids, encoder.sep), tuple(types), slots, 0), tuple(labels))


def tag_example(row: dict[str, Any], names: dict[str, int], encoder: Encoder) -> Example:
    """One sentence in the trigger window's form; a label is part of speech, relation and predicate or not."""
    ids, first, _ = sentence_pieces(row, encoder)
    predicates = {p["i"] for p in row["preds"]}
    labels = tuple(names[f"{row['upos'][n]} {row['deprel'][n]} {n in predicates}"] for n in range(len(first)))
    slots = tuple((2 + p, 0, n) for n, p in enumerate(first))
    window = Window((encoder.cls, encoder.sep, *ids, encoder.sep), (0, 0, *[1] * (len(ids) + 1)), slots, 0)
    return Example(window, labels)


def sentences(path: Path) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [r for r in rows if 3 < len(r["tokens"]) < 70]


def tag_examples(rows: list[dict[str, Any]], encoder: Encoder) -> tuple[list[Example], int]:
    seen = (
        f"{u} {d} {n in {p['i'] for p in r['preds']}}"
        for r in rows
        for n, (u, d) in enumerate(zip(r["upos"], r["deprel"], strict=True))
    )
    names = {name: i for i, name in enumerate(sorted(set(seen)))}
    return [tag_example(r, names, encoder) for r in rows], len(names)


def role_examples(rows: list[dict[str, Any]], encoder: Encoder) -> tuple[list[Example], int]:
    counts = Counter(role for r in rows for p in r["preds"] for role, _, _ in p["roles"])
    kept = sorted(role for role, n in counts.items() if n >= RARE and role != "V")
    names = {role: 1 + 2 * i for i, role in enumerate(kept)}
    return [example(r, p, names, encoder) for r in rows for p in r["preds"]], 1 + 2 * len(kept)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path, help="ewt-propbank.jsonl")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=RUNS / "srl.pt")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    encoder = Encoder(base_model() / "tokenizer.json")
    rows = sentences(args.treebank)
    roles, role_width = role_examples(rows, encoder)
    tags, tag_width = tag_examples(rows, encoder)
    model = ClaimModel(srl_tags=role_width, word_tags=tag_width)
    plan = []
    for _ in range(args.epochs):
        epoch = [(model.srl, b) for b in batches(roles, 2000, rng)] + [
            (model.words, b) for b in batches(tags, 2000, rng)
        ]
        rng.shuffle(epoch)
        plan += epoch

    def step(head: nn.Module, batch: list[Example]) -> torch.Tensor:
        ids, mask, types, labels = tensors(batch)
        logits = head(model.hidden(mask_words(ids, mask, MASK_TOKEN, MASKED), mask, types)).float()
        return nn.functional.cross_entropy(logits.flatten(0, 1), labels.flatten())

    run(
        model,
        (lambda head=head, b=b: step(head, b) for head, b in plan),
        len(plan),
        encoder_rate=1e-4,
        head_rate=1e-3,
        label="roles of treebank",
        kept=args.out.with_suffix(".partial"),
    )
    save(model.encoder.state_dict(), args.out)


if __name__ == "__main__":
    main()
