"""Formulas: the text that people write, to an expression and back."""

from chezhan.expressions.formula.parsing import Formula, read_formula
from chezhan.expressions.formula.writing import write_formula

__all__ = ["Formula", "read_formula", "write_formula"]
