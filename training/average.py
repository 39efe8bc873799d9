"""Average the weights of runs along one path (``python -m training.average RUN… -o claims.pt``).

Runs that start from the same weights, or one from the other, lie in one basin, so the mean of their weights is a model
too: a little better and much better calibrated than the last of them (Izmailov et al. 2018, Wortsman et al. 2022); figures in RESULTS.md.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training.loop import save
from training.model import ClaimModel
from training.paths import RUNS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runs", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=RUNS / "claims.pt")
    args = parser.parse_args()
    runs = [torch.load(file) for file in args.runs]
    wanted = ClaimModel().state_dict()
    mean = {name: sum(run[name].float() for run in runs) / len(runs) for name in wanted}
    save({name: value.to(wanted[name].dtype) for name, value in mean.items()}, args.output)


if __name__ == "__main__":
    main()
