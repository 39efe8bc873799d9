"""Accuracy and speed, each one command; results are kept in RESULTS.md with date, commit and machine."""
