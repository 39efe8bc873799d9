"""Corpus, training, evaluation and export of the claim model. Needs the ``training`` extra; run time does not."""
