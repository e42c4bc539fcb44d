"""The parts of torture_searchpath: what is tried, what is refused, the pooler, the worker, the guard taken out."""
