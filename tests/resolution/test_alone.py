"""Each resolver is usable alone, as its docstring and the README show."""

import doctest
from pathlib import Path
from types import ModuleType

import pytest

from frontwire.resolution import actors, figures, speakers, times

README = Path(__file__).resolve().parents[2] / "README.md"


@pytest.mark.parametrize("module", [actors, figures, speakers, times], ids=lambda m: m.__name__)
def test_examples_of_a_resolver_give_what_they_show(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted and not result.failed


def test_examples_of_the_readme_give_what_they_show() -> None:
    result = doctest.testfile(str(README), module_relative=False)
    assert result.attempted >= 8 and not result.failed
