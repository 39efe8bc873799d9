"""The weights of the bundled int8 model as a start for training (``python -m training.bundled -o runs/bundled.pt``).

The float weights of a released model are not in the repository; what is, the quantised graph, says every one of them to
within half a step (per-channel steps for the matrices, one step for each embedding table). Training goes on from there.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from google.protobuf.message import DecodeError
from numpy.typing import NDArray
from onnx import numpy_helper

from training.model import ClaimModel
from training.paths import MODEL_DIR, RUNS

Array = NDArray[Any]


def weights(file: Path) -> dict[str, Array]:
    """Parameter name -> float array, for every parameter of ``ClaimModel`` that the graph in ``file`` computes with."""
    graph = onnx.load(str(file)).graph
    stored = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    found = {
        n: a for n, a in stored.items() if "::" not in n and n.startswith(("encoder.", "trigger.", "role.", "flags."))
    }
    found = {n: a for n, a in found.items() if not n.endswith(("_scale", "_zero_point", "_quantized"))}
    for name in [n for n in stored if n.startswith("encoder.") and n.endswith("_quantized")]:
        base = name.removesuffix("_quantized")
        found[base] = unpacked(stored, base)
    for node in graph.node:
        if (
            node.op_type in ("MatMulInteger", "MatMul")
            and node.input[1].removesuffix("_quantized") + "_scale" in stored
        ):
            found[parameter(node.name)] = unpacked(stored, node.input[1].removesuffix("_quantized")).T
        elif node.op_type == "MatMul" and node.input[1] in stored:
            found[parameter(node.name)] = stored[node.input[1]].T
    return found


def unpacked(stored: dict[str, Array], base: str) -> Array:
    """(q - zero) * step; the steps of a matrix run along its last axis."""
    whole: Array = stored[base + "_quantized"].astype(np.float32)
    return (whole - stored[base + "_zero_point"].astype(np.float32)) * stored[base + "_scale"]


def parameter(node: str) -> str:
    """``/encoder/encoder/layer.0/output/dense/MatMul_quant`` -> ``encoder.encoder.layer.0.output.dense.weight``."""
    return ".".join([*node.strip("/").split("/")[:-1], "weight"])


def model(file: Path) -> ClaimModel:
    """A model with the weights of ``file``; raises ValueError when the graph lacks one it needs."""
    made = ClaimModel()
    state = made.state_dict()
    found = weights(file)
    lacking = [n for n in state if n not in found and not n.startswith(("srl.", "words.")) and "position_ids" not in n]
    if lacking:
        raise ValueError(f"{file}: no weights for {', '.join(lacking)}; was it written by training.export?")
    made.load_state_dict(
        state | {n: torch.from_numpy(np.array(a, dtype=np.float32)) for n, a in found.items() if n in state}
    )
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?", default=MODEL_DIR / "claims.int8.onnx")
    parser.add_argument("-o", "--output", type=Path, default=RUNS / "bundled.pt")
    args = parser.parse_args()
    if not args.file.is_file():
        parser.error(f"{args.file}: no such file; a released model is src/frontwire/extraction/model/claims.int8.onnx")
    try:
        made = model(args.file)
    except (ValueError, DecodeError) as error:
        parser.error(f"{args.file} is no model of training.export: {error}")
    args.output.parent.mkdir(parents=True, exist_ok=True)
    torch.save(made.state_dict(), args.output)


if __name__ == "__main__":
    main()
