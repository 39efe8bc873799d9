"""The bundled int8 ONNX model: windows in, logits out. No torch at run time."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnxruntime as ort

from frontwire.extraction.decoding import Array
from frontwire.extraction.encoding import Window

MODEL_DIR = Path(__file__).with_name("model")
BATCH_PIECES = 4096  # word pieces a batch; 2k-8k were equally fast on 2 cores, larger only costs memory


class OnnxModel:
    """One encoder, three outputs; asks only for the outputs a pass needs. ``seconds`` adds up time inside ONNX."""

    def __init__(self, folder: Path = MODEL_DIR, threads: int | None = None) -> None:
        file = folder / "claims.int8.onnx"
        if not file.exists():
            raise FileNotFoundError(f"{file} is missing: reinstall frontwire, or run `make train`")
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads or len(os.sched_getaffinity(0))
        options.log_severity_level = 3
        self.session = ort.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
        self.seconds = 0.0

    def run(self, windows: Sequence[Window], outputs: Sequence[str]) -> Iterator[tuple[int, list[Array]]]:
        """(window index, one [pieces, labels] array per output), batched by length, in no particular order."""
        order = sorted(range(len(windows)), key=lambda i: len(windows[i].ids))
        for batch in _batches(order, windows):
            began = time.perf_counter()
            arrays = self.session.run(list(outputs), _feed([windows[i] for i in batch]))
            self.seconds += time.perf_counter() - began
            for row, i in enumerate(batch):
                yield i, [a[row] for a in arrays]


def _batches(order: Sequence[int], windows: Sequence[Window]) -> Iterator[list[int]]:
    """Cut an order sorted by length into batches of at most BATCH_PIECES padded pieces."""
    batch: list[int] = []
    for i in order:
        if batch and (len(batch) + 1) * len(windows[i].ids) > BATCH_PIECES:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _feed(batch: Sequence[Window]) -> dict[str, np.ndarray[tuple[int, int], np.dtype[np.int64]]]:
    longest = max(len(w.ids) for w in batch)
    shape = (len(batch), longest)
    ids, mask, types = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    for row, window in enumerate(batch):
        n = len(window.ids)
        ids[row, :n], mask[row, :n], types[row, :n] = window.ids, 1, window.types
    return {"ids": ids, "mask": mask, "types": types}
