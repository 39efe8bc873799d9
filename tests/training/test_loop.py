"""A training run can be killed and goes on; its quicker layers do what torch's do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="the training tools are not installed (make train installs them)")

from training import loop  # noqa: E402
from training.quicker import ByteDropout, WordRows, quicken  # noqa: E402


class Killed(Exception):
    pass


def steps(model: torch.nn.Module, until: int | None = None) -> Iterator[Callable[[], torch.Tensor]]:
    def loss(i: int) -> torch.Tensor:
        if i == until:
            raise Killed
        return (model(torch.full((4, 3), float(i % 5))) - 1).pow(2).mean()

    return (lambda i=i: loss(i) for i in range(20))


def trained(kept: Path | None, until: int | None = None) -> dict[str, torch.Tensor]:
    torch.manual_seed(0)
    model = torch.nn.Linear(3, 2)
    loop.run(model, steps(model, until), 20, encoder_rate=0.01, head_rate=0.01, label="test", kept=kept)
    return dict(model.state_dict())


def test_a_killed_run_goes_on_where_it_was_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(loop, "EVERY", 5)
    kept = tmp_path / "run.partial"
    with pytest.raises(Killed):
        trained(kept, until=12)
    again, whole = trained(kept), trained(None)
    assert "step 10 of 20" in capsys.readouterr().err
    assert all(torch.allclose(again[k], whole[k]) for k in whole)
    assert not kept.exists()


def test_the_state_of_another_run_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = tmp_path / "run.partial"
    torch.save({"total": 7, "step": 5}, kept)
    trained(kept)
    assert "another run" in capsys.readouterr().err


def test_word_rows_have_the_gradient_of_an_embedding() -> None:
    torch.manual_seed(1)
    plain = torch.nn.Embedding(20_000, 4)
    module = torch.nn.Sequential(torch.nn.Embedding(20_000, 4), torch.nn.Dropout(0.5))
    quicken(module)
    assert isinstance(module[0], WordRows)
    assert isinstance(module[1], ByteDropout)
    module[0].weight.data = plain.weight.data.clone()
    for ids in (torch.tensor([[3, 5, 3]]), torch.tensor([[7, 5, 9]])):  # two steps: the first one's rows are cleared
        for layer in (plain, module[0]):
            layer.weight.grad = None
            (layer(ids) ** 2).sum().backward()
        assert torch.allclose(plain.weight.grad, module[0].weight.grad)


def test_dropout_drops_its_share_keeps_the_mean_and_rests_outside_training() -> None:
    layer, ones = ByteDropout(0.1), torch.ones(200, 500)
    dropped = layer(ones)
    assert 0.08 < float((dropped == 0).float().mean()) < 0.12
    assert abs(float(dropped.mean()) - 1) < 0.01
    assert torch.equal(layer.eval()(ones), ones)
