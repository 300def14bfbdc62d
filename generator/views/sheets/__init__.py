"""From an edition to its sheets for print: pure functions, one kind of sheet per file.

Each kind is a module with ``KIND`` and ``sheets(order)``; how its sheets become documents stands in
``paper/kinds.py``.
"""
