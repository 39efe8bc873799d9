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

# TREEBANK=…/ewt-propbank.jsonl REALTEXT=…/texts.jsonl: the two sources that stay outside the repository. Each run is a file of
# training/runs and none is made twice; an interrupted one goes on from its .partial. To begin anew, delete that folder.
RUNS := training/runs
RUN := $(BIN)/python -m training.train --treebank $(TREEBANK) --realtext $(REALTEXT)
MEAN := $(BIN)/python -m training.average
train: $(RUNS)/claims.pt
	$(BIN)/python -m training.export $<
	$(BIN)/python -m training.lexicon --treebank $(TREEBANK) --realtext $(REALTEXT)

$(RUNS)/srl.pt: | $(VENV)/train.stamp
	$(BIN)/python -m training.pretrain $(TREEBANK)
$(RUNS)/e1.pt: $(RUNS)/srl.pt
	$(RUN) --start $< --epochs 6 --out $@
$(RUNS)/e2.pt: $(RUNS)/srl.pt
	$(RUN) --start $< --epochs 5 --out $@
$(RUNS)/e3.pt: $(RUNS)/e2.pt
	$(RUN) --start $< --epochs 4 --rate 1e-4 --seed 3 --out $@
$(RUNS)/e4.pt: $(RUNS)/e3.pt
	$(RUN) --start $< --epochs 2 --rate 7e-5 --seed 5 --out $@
$(RUNS)/second.pt: $(addprefix $(RUNS)/,e1.pt e2.pt e3.pt e4.pt)
	$(MEAN) $^ -o $@
$(RUNS)/e5.pt: $(RUNS)/second.pt
	$(RUN) --start $< --epochs 3 --rate 1.2e-4 --seed 11 --out $@
$(RUNS)/half.pt: $(addprefix $(RUNS)/,e5.pt second.pt)
	$(MEAN) $^ -o $@
$(RUNS)/e6.pt: $(RUNS)/half.pt
	$(RUN) --start $< --epochs 3 --rate 1e-4 --seed 17 --out $@
$(RUNS)/e7.pt: $(RUNS)/e6.pt
	$(RUN) --start $< --epochs 2 --rate 7e-5 --seed 23 --out $@
$(RUNS)/third.pt: $(addprefix $(RUNS)/,e6.pt e7.pt)
	$(MEAN) $^ -o $@
$(RUNS)/e8.pt: $(RUNS)/third.pt
	$(RUN) --start $< --epochs 3 --rate 8e-5 --seed 41 --out $@
$(RUNS)/e9.pt: $(RUNS)/e8.pt
	$(RUN) --start $< --epochs 2 --rate 5e-5 --seed 43 --out $@
$(RUNS)/fourth.pt: $(addprefix $(RUNS)/,e8.pt e9.pt third.pt)
	$(MEAN) $^ -o $@
$(RUNS)/e10.pt: $(RUNS)/fourth.pt
	$(RUN) --start $< --epochs 3 --rate 8e-5 --seed 51 --out $@
$(RUNS)/e11.pt: $(RUNS)/e10.pt
	$(RUN) --start $< --epochs 2 --rate 5e-5 --seed 53 --out $@
$(RUNS)/fifth.pt: $(addprefix $(RUNS)/,fourth.pt fourth.pt e10.pt e11.pt)
	$(MEAN) $+ -o $@
$(RUNS)/e12.pt: $(RUNS)/fifth.pt
	$(RUN) --start $< --epochs 3 --rate 1.5e-4 --seed 61 --out $@
$(RUNS)/half2.pt: $(addprefix $(RUNS)/,fifth.pt e12.pt)
	$(MEAN) $^ -o $@
$(RUNS)/e13.pt: $(RUNS)/half2.pt
	$(RUN) --start $< --epochs 2 --rate 1e-4 --seed 31 --out $@
$(RUNS)/e14.pt: $(RUNS)/e13.pt
	$(RUN) --start $< --epochs 3 --rate 1.4e-4 --seed 41 --out $@
$(RUNS)/sixth.pt: $(addprefix $(RUNS)/,fifth.pt e13.pt e14.pt)
	$(MEAN) $^ -o $@
$(RUNS)/e15.pt: $(RUNS)/sixth.pt
	$(RUN) --start $< --epochs 2 --rate 9e-5 --seed 71 --out $@
$(RUNS)/e16.pt: $(RUNS)/e15.pt
	$(RUN) --start $< --epochs 2 --rate 7e-5 --seed 73 --out $@
$(RUNS)/claims.pt: $(addprefix $(RUNS)/,sixth.pt e15.pt e16.pt)
	$(MEAN) $^ -o $@

clean:
	rm -rf $(VENV) demo build out
