"""How well claims are read, measured against annotated reports."""
