"""Why a formula can't be kept. `params` carry `line` and `column` where the place is known."""

from chezhan.kernel.errors import Conflict, Invalid


class UnknownName(Invalid):
    """`params`: name, kind (of record), near and near_zh: names that are meant perhaps."""

    code = "formula_unknown_name"
    message = "The formula names a field or a list of records that is not there."


class RetiredName(Invalid):
    """`params`: name."""

    code = "formula_retired_name"
    message = "The formula names a field that is retired; bring it back first, or take another."


class FormulaCycle(Invalid):
    """`params`: fields, the way round."""

    code = "formula_cycle"
    message = "The formula would be made of itself."


class UsesBroken(Invalid):
    """`params`: name, of a computed field."""

    code = "formula_uses_broken"
    message = "The formula uses a computed field that can't be computed itself; mend that one first."


class FieldInUse(Conflict):
    """`params`: field, formulas (how many there are, and their labels)."""

    code = "field_in_use"
    message = "Formulas use this and would not be computed any more; change them first, or agree to it."
