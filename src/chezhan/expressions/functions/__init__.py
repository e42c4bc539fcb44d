"""What a formula may call. One declaration each; the editor lists them by `describe`."""

from chezhan.expressions.functions.registry import FUNCTIONS, describe, function_named

__all__ = ["FUNCTIONS", "describe", "function_named"]
