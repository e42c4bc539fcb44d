"""What the expression language refuses, each with what would be right. `params` may carry `line` and `column`."""

from chezhan.kernel.errors import AppError


class InvalidExpression(AppError):
    code = "invalid_expression"
    status = 422
    message = "This is not an expression that the server understands."


class ExpressionTooLarge(AppError):
    """`params`: what (depth, parts, list, text, formula, collections) and its limit."""

    code = "expression_too_large"
    status = 422
    message = "This expression is too large; split it, for instance over two formula fields."


class ExpressionTooSlow(AppError):
    """`params`: seconds, how long it may take."""

    code = "expression_too_slow"
    status = 422
    message = "This takes too long; narrow the filter, or count over fewer records."


class UnknownField(AppError):
    code = "unknown_field"
    status = 422
    message = "There is no such field here; GET /api/store/entities lists the fields."


class UnknownOperator(AppError):
    """`params`: field or kind, operator, fits (the operators that do)."""

    code = "unknown_operator"
    status = 422
    message = "This field can't be compared like that; GET /api/store/entities lists the operators of each field."


class UnknownFunction(AppError):
    """`params`: function, and `similar` when some name is close."""

    code = "unknown_function"
    status = 422
    message = "There is no such function."


class InvalidValue(AppError):
    """`params`: field, operator, type (what its values look like), takes."""

    code = "invalid_filter_value"
    status = 422
    message = "The value of this condition does not fit its field."


class InvalidFilter(AppError):
    code = "invalid_filter"
    status = 422
    message = "The filter is not a rule group: {combinator: and|or, rules: [{field, operator, value}], not?}."


class KindMismatch(AppError):
    """`params`: what (the function, operator or place), expected and found (kinds), in Chinese too (…_zh)."""

    code = "kind_mismatch"
    status = 422
    message = "This part of the expression is of another kind than what is expected there."


class WrongArguments(AppError):
    """`params`: function, usage."""

    code = "wrong_arguments"
    status = 422
    message = "This function takes other arguments."


class FieldNotUsable(AppError):
    """A field that may only be compared with values written out, used in a calculation."""

    code = "field_not_usable"
    status = 422
    message = "This field may only be compared by the operators listed for it, not calculated with."


class NeedsCollection(AppError):
    code = "needs_collection"
    status = 422
    message = "count, sum, avg, min and max go over the records that belong to this one; name such a list."


class CollectionWithoutDate(AppError):
    code = "collection_without_date"
    status = 422
    message = "These records have no date by which a period could count; put the period into `where`."


class NeedsHistory(AppError):
    code = "needs_history"
    status = 422
    message = "`changed` compares a record before and after a change; it can't stand in a filter or a formula field."


class NotARuleGroup(AppError):
    code = "not_a_rule_group"
    status = 422
    message = "This condition can't be shown as a list of rules; edit it as a formula."


class FormulaSyntax(AppError):
    """`params`: line and column (from 1), expected and expected_zh (words), found."""

    code = "formula_syntax"
    status = 422
    message = "The formula can't be read."
