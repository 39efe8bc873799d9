"""The optimisation loop shared by pretraining and training: length-bucketed batches, warm-up and linear decay."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from training.data import IGNORE, Example
from training.model import pad

MASKED = 0.1  # share of pieces hidden while training
MASK_TOKEN = 103  # [MASK] in the BERT vocabulary
EVERY = 500  # steps between two states kept: some three minutes on 2 cores
AVERAGE = 0.998  # weight averaging: what is kept is the mean over about the last 500 steps


def batches(examples: Sequence[Example], pieces: int, rng: random.Random) -> list[list[Example]]:
    """Shuffled batches of about ``pieces`` word pieces each, similar lengths together (less padding)."""
    order = sorted(examples, key=lambda e: (len(e.window.ids) // 8, rng.random()))
    out: list[list[Example]] = [[]]
    for example in order:
        if out[-1] and (len(out[-1]) + 1) * len(example.window.ids) > pieces:
            out.append([])
        out[-1].append(example)
    rng.shuffle(out)
    return out


def tensors(batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """(ids, mask, types, labels): labels carry IGNORE where no word starts."""
    ids = pad([e.window.ids for e in batch])
    mask = pad([(1,) * len(e.window.ids) for e in batch])
    types = pad([e.window.types for e in batch])
    labels = torch.full(ids.shape, IGNORE)
    for row, example in enumerate(batch):
        for (position, _, _), label in zip(example.window.slots, example.labels, strict=True):
            labels[row, position] = label
    return ids, mask, types, labels


def optimizer(model: nn.Module, encoder_rate: float, head_rate: float) -> torch.optim.Optimizer:
    """AdamW; the pretrained encoder learns slower than the fresh heads."""
    body = [p for n, p in model.named_parameters() if n.startswith("encoder.")]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": body, "lr": encoder_rate}, {"params": heads, "lr": head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)  # a tenth of the plain one's time on 2 cores


def mask_words(ids: Tensor, mask: Tensor, token: int, share: float) -> Tensor:
    """Hide ``share`` of the word pieces, so that a small corpus is not learned by heart."""
    special = ids <= token  # [PAD], [CLS], [SEP] and the like come first in the vocabulary
    hidden = (torch.rand(ids.shape) < share) & mask.bool() & ~special
    return ids.masked_fill(hidden, token)


def run(
    model: nn.Module,
    steps: list[Callable[[], Tensor]] | Iterator[Callable[[], Tensor]],
    total: int,
    *,
    encoder_rate: float,
    head_rate: float,
    label: str,
    kept: Path | None = None,
) -> None:
    """Take one optimiser step per loss function in ``steps``; report progress on stderr.

    ``kept`` is written every EVERY steps: an interrupted run goes on from there (with other words hidden than it would have had).
    """
    optim = optimizer(model, encoder_rate, head_rate)
    warm = max(1, total // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optim, lambda i: min((i + 1) / warm, max(0.0, (total - i) / (total - warm + 1)))
    )
    model.train()
    average = {k: v.detach().clone().float() for k, v in model.state_dict().items()}
    parts = {"model": model, "optimizer": optim, "schedule": schedule}
    done = _resume(kept, parts, average, total)
    began, running = time.time(), 0.0
    for i, loss_of in enumerate(steps, 1):
        if i <= done:
            continue
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = loss_of()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optim.step()
        schedule.step()
        optim.zero_grad()
        decay = min(AVERAGE, i / (i + 10))
        for name, value in model.state_dict().items():
            average[name].mul_(decay).add_(value.detach().float(), alpha=1 - decay)
        running = loss.item() if i == done + 1 else 0.98 * running + 0.02 * loss.item()
        if i % 50 == 0 or i == total:
            left = (time.time() - began) / (i - done) * (total - i)
            print(f"{label} {i}/{total} loss {running:.3f}, {left / 60:.1f} min left", file=sys.stderr, flush=True)
        if kept and i % EVERY == 0:
            _keep(kept, parts, average, i, total)
    model.load_state_dict(average)
    if kept:
        kept.unlink(missing_ok=True)


def save(weights: Mapping[str, Any], file: Path) -> None:
    """Written beside and renamed: killed at any instant, ``file`` is there whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_suffix(".writing")
    torch.save(weights, beside)
    beside.replace(file)


def _keep(kept: Path, parts: Mapping[str, Any], average: dict[str, Tensor], step: int, total: int) -> None:
    state = {name: part.state_dict() for name, part in parts.items()}
    save({**state, "average": average, "step": step, "total": total}, kept)


def _resume(kept: Path | None, parts: Mapping[str, Any], average: dict[str, Tensor], total: int) -> int:
    """Steps already taken, with ``parts`` and ``average`` as they then were; 0 where nothing fitting is kept."""
    if kept is None or not kept.exists():
        return 0
    state = torch.load(kept)
    if state["total"] != total:
        print(f"{kept} is of another run ({state['total']} steps, not {total}) and is left out", file=sys.stderr)
        return 0
    for name, part in parts.items():
        part.load_state_dict(state[name])
    average.update(state["average"])
    print(f"goes on from {kept}, step {state['step']} of {total}", file=sys.stderr)
    return int(state["step"])
