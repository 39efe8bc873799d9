"""The claim model: one MiniLM encoder, a trigger head and a role head with status and background."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import AutoModel

from frontwire.extraction.labels import ROLE_TAGS, STATUSES, TRIGGER_TAGS
from training.paths import base_model
from training.quicker import quicken


class ClaimModel(nn.Module):
    """Outputs per piece: trigger logits [B,T,57], role logits [B,T,23], flags [B,T,5] (4 statuses, background)."""

    def __init__(self, srl_tags: int = 1, word_tags: int = 1) -> None:
        super().__init__()
        # no dropout on attention weights: drawing it was a fifth of every step's time, and words are hidden anyway
        self.encoder = AutoModel.from_pretrained(
            base_model(), add_pooling_layer=False, attention_probs_dropout_prob=0.0
        )
        self.encoder.set_attn_implementation("eager")  # the fused kernel's way back is slow on CPUs
        width = self.encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.trigger = nn.Linear(width, len(TRIGGER_TAGS))
        self.role = nn.Linear(width, len(ROLE_TAGS))
        self.flags = nn.Linear(width, len(STATUSES) + 1)
        self.srl = nn.Linear(width, srl_tags)  # these two only for intermediate training
        self.words = nn.Linear(width, word_tags)
        quicken(self)

    def hidden(self, ids: Tensor, mask: Tensor, types: Tensor) -> Tensor:
        state = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state
        out: Tensor = self.drop(state)
        return out

    def forward(self, ids: Tensor, mask: Tensor, types: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        state = self.hidden(ids, mask, types)
        return self.trigger(state), self.role(state), self.flags(state)


def pad(rows: list[tuple[int, ...]], fill: int = 0) -> Tensor:
    """Ragged integer rows -> one [B, longest] tensor."""
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[fill] * (longest - len(row))] for row in rows])
