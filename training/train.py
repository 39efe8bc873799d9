"""Train the claim model on the corpus (``python -m training.train``), both heads on one encoder.

Each epoch interleaves trigger and role batches. Sentences of the treebank that hold no word of the codebook's
trigger lexicon join as negatives: the corpus is denser in claims than real reports, so precision is the weak side.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from pathlib import Path

import torch
from torch import Tensor, nn

from frontwire.extraction.encoding import Encoder
from training.data import IGNORE, Example, role_examples, trigger_examples
from training.loop import MASK_TOKEN, MASKED, batches, mask_words, run, save, tensors
from training.material import annotated, sources
from training.model import ClaimModel
from training.paths import RUNS, base_model

# Stems whose presence may mark a real event mention: a treebank sentence holding one is no safe negative.
WAR = re.compile(
    r"\b(kill|attack|bomb|fight|fought|forces|troop|soldier|army|war|militar|die|dead|death|wound|injur|shoot|shot|gun|fire|"
    r"arrest|captur|seiz|protest|threat|warn|meet|met|talk|visit|agree|deal|urge|call|demand|accus|blam|offer|promis|aid|"
    r"help|ban|fle|leave|left|control|held|hold|releas|free|kidnap|hostage|destroy|damag|burn|raid|strike|struck|clash|"
    r"missile|rocket|shell|siege|deploy|send|sent|withdr|pull|enter|advance|invade|terror|iraq|israel|palest|afghan|qaeda)",
    re.I,
)


def negatives(path: Path, encoder: Encoder, wanted: int, rng: random.Random) -> list[Example]:
    """``wanted`` trigger windows without any trigger, from treebank sentences without war words."""
    texts = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        text = "".join(t + (" " if s else "") for t, s in zip(row["tokens"], row["space_after"], strict=True)).strip()
        if 8 <= len(row["tokens"]) <= 45 and not WAR.search(text):
            texts.append(text)
    windows = (encoder.trigger_window([text], 0) for text in rng.sample(texts, wanted))
    return [Example(w, (0,) * len(w.slots)) for w in windows]


SMOOTH = 0.05  # label smoothing: the first model was sure of its errors


def trigger_loss(model: ClaimModel, batch: list[Example], masked: float = MASKED) -> Tensor:
    ids, mask, types, labels = tensors(batch)
    logits = model.trigger(model.hidden(mask_words(ids, mask, MASK_TOKEN, masked), mask, types)).float()
    return nn.functional.cross_entropy(
        logits.flatten(0, 1), labels.flatten(), ignore_index=IGNORE, label_smoothing=SMOOTH
    )


def role_loss(model: ClaimModel, batch: list[Example], masked: float = MASKED) -> Tensor:
    ids, mask, types, labels = tensors(batch)
    state = model.hidden(mask_words(ids, mask, MASK_TOKEN, masked), mask, types)
    roles = nn.functional.cross_entropy(
        model.role(state).float().flatten(0, 1), labels.flatten(), ignore_index=IGNORE, label_smoothing=SMOOTH
    )
    anchors = torch.tensor([e.window.anchor for e in batch])
    flags = model.flags(state[torch.arange(len(batch)), anchors]).float()
    status = nn.functional.cross_entropy(flags[:, :4], torch.tensor([e.status for e in batch]))
    truth = torch.tensor([float(e.background) for e in batch])
    background = nn.functional.binary_cross_entropy_with_logits(flags[:, 4], truth)
    return roles + 0.4 * (status + background)  # the flags are two labels a claim, the roles about forty


def start(model: ClaimModel, file: Path) -> None:
    """Begin from the encoder of training.pretrain, or from all weights of an earlier run of this script."""
    weights = torch.load(file)
    if "trigger.weight" in weights:
        model.load_state_dict(weights)
    else:
        model.encoder.load_state_dict(weights)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sources(parser)
    parser.add_argument("--start", type=Path, help="weights of training.pretrain or of an earlier run")
    parser.add_argument("--negative-count", type=int, default=1200)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--rate", type=float, default=1.5e-4, help="encoder learning rate")
    parser.add_argument("--masked", type=float, default=MASKED, help="share of word pieces hidden while training")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=RUNS / "claims.pt")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    encoder = Encoder(base_model() / "tokenizer.json")
    rows = annotated(args.corpus, args.realtext, args.treebank)
    triggers = [e for r in rows for e in trigger_examples(r, encoder)]
    roles = [e for r in rows for e in role_examples(r, encoder)]
    model = ClaimModel()
    if args.start:
        start(model, args.start)
    plan = []
    for _ in range(args.epochs):
        extra = negatives(args.treebank, encoder, args.negative_count, rng) if args.treebank else []
        epoch = [(trigger_loss, b) for b in batches(triggers + extra, 1500, rng)]
        epoch += [(role_loss, b) for b in batches(roles, 1500, rng)]
        rng.shuffle(epoch)
        plan += epoch
    steps = (lambda loss=loss, b=b: loss(model, b, args.masked) for loss, b in plan)
    run(
        model,
        steps,
        len(plan),
        encoder_rate=args.rate,
        head_rate=1e-3,
        label="claims",
        kept=args.out.with_suffix(".partial"),
    )
    save(model.state_dict(), args.out)


if __name__ == "__main__":
    main()
