"""Arguments checked against what a function declares."""

from collections.abc import Sequence

from chezhan.expressions.errors import KindMismatch, WrongArguments
from chezhan.expressions.fitting import fit, mismatch
from chezhan.expressions.functions.declaring import Clock, Function, Parameter
from chezhan.expressions.kinds import DAYS, TEXTUAL, Kind
from chezhan.expressions.limits import DECIMALS
from chezhan.expressions.typed import Constant, Typed


def call(function: Function, arguments: Sequence[Typed], *, clock: Clock) -> Typed:
    """Raises WrongArguments or KindMismatch."""
    if len(arguments) < function.fewest or (function.most is not None and len(arguments) > function.most):
        raise wrong_arguments(function)
    last = len(function.parameters) - 1
    fitted = [
        _argument(function, function.parameters[min(index, last)], value) for index, value in enumerate(arguments)
    ]
    return function.make(fitted, clock)


def wrong_arguments(function: Function) -> WrongArguments:
    return WrongArguments(
        f"{function.name} is written as {function.usage}.",
        params={"function": function.name, "usage": function.usage},
    )


def _argument(function: Function, parameter: Parameter, value: Typed) -> Typed:
    if parameter.words or parameter.places:
        if not _is_listed(parameter, value):
            raise wrong_arguments(function)
        return value
    if not parameter.kinds or value.kind in parameter.kinds:
        return value
    if value.kind in TEXTUAL and Kind.TEXT in parameter.kinds:
        return value
    what = f"{function.name}({parameter.name})"
    if value.kind is Kind.NULL or value.kind in DAYS or isinstance(value, Constant):
        for kind in parameter.kinds:
            try:
                return fit(value, kind, what=what)
            except KindMismatch:
                continue
    raise mismatch(what, parameter.kinds, value.kind)


def _is_listed(parameter: Parameter, value: Typed) -> bool:
    if not isinstance(value, Constant):
        return False
    if parameter.words:
        return value.value in parameter.words
    return value.kind is Kind.NUMBER and value.value in range(DECIMALS + 1)
