"""Shared fixtures. No test may open a socket to anywhere: reports never leave the machine."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

from frontwire.build import build
from frontwire.resolution.gazetteer import Gazetteer

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "reports"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("something tried to open a network connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled examples, built once."""
    folder = tmp_path_factory.mktemp("demo") / "demo"
    build([EXAMPLES], folder)
    return folder
