# Two commands need no set-up on a machine with Python 3.11+: make demo, make test.
VENV := .venv
PYTHON ?= python3
BIN := $(VENV)/bin

.PHONY: demo test lint bench train clean

$(VENV)/run.stamp: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Frontwire needs Python 3.11 or newer: make PYTHON=python3.12 ...")'
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@echo "Installing Frontwire and what it needs into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp
	@echo "Installing the test tools into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

$(VENV)/train.stamp: $(VENV)/dev.stamp
	@echo "Installing the training tools into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[train]'
	@touch $@

demo: $(VENV)/run.stamp  ## build a situation from the bundled example reports and say where to look
	$(BIN)/frontwire build examples/reports -o demo
	$(BIN)/frontwire show demo control --on 2014-06-20
	@echo
	@echo "Open demo/page/index.html in a browser, or ask:"
	@echo "  $(BIN)/frontwire show demo incidents"
	@echo "  $(BIN)/frontwire why demo ID"

test: $(VENV)/dev.stamp
	$(BIN)/python -m pytest

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check src training tests benchmarks scripts
	$(BIN)/mypy

bench: $(VENV)/dev.stamp
	$(BIN)/python -m benchmarks.speed

# TREEBANK=…/ewt-propbank.jsonl REALTEXT=…/texts.jsonl: the two sources that stay outside the repository
RUN := $(BIN)/python -m training.train --treebank $(TREEBANK) --realtext $(REALTEXT)
train: $(VENV)/train.stamp
	$(BIN)/python -m training.pretrain $(TREEBANK)
	$(RUN) --start training/runs/srl.pt --epochs 6 --out training/runs/e1.pt
	$(RUN) --start training/runs/srl.pt --epochs 5 --out training/runs/e2.pt
	$(RUN) --start training/runs/e2.pt --epochs 4 --rate 1e-4 --seed 3 --out training/runs/e3.pt
	$(RUN) --start training/runs/e3.pt --epochs 2 --rate 7e-5 --seed 5 --out training/runs/e4.pt
	$(BIN)/python -m training.average $(addprefix training/runs/,e1.pt e2.pt e3.pt e4.pt) -o training/runs/second.pt
	$(RUN) --start training/runs/second.pt --epochs 3 --rate 1.2e-4 --seed 11 --out training/runs/e5.pt
	$(BIN)/python -m training.average $(addprefix training/runs/,e5.pt second.pt) -o training/runs/half.pt
	$(RUN) --start training/runs/half.pt --epochs 3 --rate 1e-4 --seed 17 --out training/runs/e6.pt
	$(RUN) --start training/runs/e6.pt --epochs 2 --rate 7e-5 --seed 23 --out training/runs/e7.pt
	$(BIN)/python -m training.average $(addprefix training/runs/,e6.pt e7.pt) -o training/runs/third.pt
	$(RUN) --start training/runs/third.pt --epochs 3 --rate 8e-5 --seed 41 --out training/runs/e8.pt
	$(RUN) --start training/runs/e8.pt --epochs 2 --rate 5e-5 --seed 43 --out training/runs/e9.pt
	$(BIN)/python -m training.average $(addprefix training/runs/,e8.pt e9.pt third.pt) -o training/runs/fourth.pt
	$(RUN) --start training/runs/fourth.pt --epochs 3 --rate 8e-5 --seed 51 --out training/runs/e10.pt
	$(RUN) --start training/runs/e10.pt --epochs 2 --rate 5e-5 --seed 53 --out training/runs/e11.pt
	$(BIN)/python -m training.average $(addprefix training/runs/,fourth.pt fourth.pt e10.pt e11.pt) -o training/runs/fifth.pt
	$(RUN) --start training/runs/fifth.pt --epochs 3 --rate 1.5e-4 --seed 61 --out training/runs/e12.pt
	$(BIN)/python -m training.average $(addprefix training/runs/,fifth.pt e12.pt) -o training/runs/half2.pt
	$(RUN) --start training/runs/half2.pt --epochs 2 --rate 1e-4 --seed 31 --out training/runs/e13.pt
	$(RUN) --start training/runs/e13.pt --epochs 3 --rate 1.4e-4 --seed 41 --out training/runs/e14.pt
	$(BIN)/python -m training.average $(addprefix training/runs/,fifth.pt e13.pt e14.pt) -o training/runs/sixth.pt
	$(RUN) --start training/runs/sixth.pt --epochs 2 --rate 9e-5 --seed 71 --out training/runs/e15.pt
	$(RUN) --start training/runs/e15.pt --epochs 2 --rate 7e-5 --seed 73 --out training/runs/e16.pt
	$(BIN)/python -m training.average $(addprefix training/runs/,sixth.pt e15.pt e16.pt) -o training/runs/claims.pt
	$(BIN)/python -m training.export training/runs/claims.pt
	$(BIN)/python -m training.lexicon --treebank $(TREEBANK) --realtext $(REALTEXT)

clean:
	rm -rf $(VENV) demo build out
