"""Trained weights -> int8 ONNX beside the extractor (``python -m training.export WEIGHTS``).

Also writes ``parity.json``: the float model's tags on the held-out corpus reports, which a test compares with what
the quantised file says, so a broken export cannot pass unseen where torch is not installed.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from frontwire.extraction.encoding import Encoder
from training.data import Example, held_out, reports, role_examples, trigger_examples
from training.loop import tensors
from training.model import ClaimModel
from training.paths import CORPUS, MODEL_DIR, base_model

PARITY_FILE = Path(__file__).resolve().parent / "parity.json"


def to_onnx(model: ClaimModel, target: Path) -> None:
    """One graph: (ids, mask, types) -> trigger, role, flags; batch and length are free."""
    ids = torch.ones(2, 16, dtype=torch.long)
    axes = {name: {0: "batch", 1: "length"} for name in ("ids", "mask", "types", "trigger", "role", "flags")}
    with tempfile.TemporaryDirectory() as folder:
        raw, ready = Path(folder) / "raw.onnx", Path(folder) / "ready.onnx"
        torch.onnx.export(
            model,
            (ids, torch.ones_like(ids), torch.zeros_like(ids)),
            str(raw),
            dynamo=False,
            opset_version=17,
            input_names=["ids", "mask", "types"],
            output_names=["trigger", "role", "flags"],
            dynamic_axes=axes,
        )
        quant_pre_process(str(raw), str(ready), skip_symbolic_shape=True)
        heads = [n.name for n in onnx.load(str(ready)).graph.node if n.name.startswith(("/trigger", "/role", "/flags"))]
        quantize_dynamic(  # the heads stay float: they are tiny and every rounding there is a flipped label
            str(ready), str(target), weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=heads
        )
    onnx.checker.check_model(onnx.load(str(target)))


def predictions(model: ClaimModel, examples: list[Example], output: int) -> list[list[int]]:
    """Arg-max tag of every slot, one list an example."""
    rows = []
    for example in examples:
        with torch.no_grad():
            logits = model(*tensors([example])[:3])[output][0]
        rows.append([int(logits[p].argmax()) for p, _, _ in example.window.slots])
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, default=MODEL_DIR)
    args = parser.parse_args()
    model = ClaimModel()
    model.load_state_dict(torch.load(args.weights))
    model.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    to_onnx(model, args.out / "claims.int8.onnx")
    shutil.copy(base_model() / "tokenizer.json", args.out / "tokenizer.json")
    encoder = Encoder(base_model() / "tokenizer.json")
    rows = [r for r in reports(CORPUS) if held_out(r["id"])]
    parity = {
        "trigger": predictions(model, [e for r in rows for e in trigger_examples(r, encoder)], 0),
        "role": predictions(model, [e for r in rows for e in role_examples(r, encoder)], 1),
    }
    PARITY_FILE.write_text(json.dumps(parity, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
