"""What the records API refuses, each with what would be right."""

from chezhan.kernel.errors import AppError, NotFound


class UnknownRecord(NotFound):
    code = "unknown_record"
    message = "This record does not exist in this store, or it was deleted."


class UnknownField(AppError):
    code = "unknown_field"
    status = 422
    message = "There is no such field here; GET /api/store/entities lists the fields."


class NotSortable(AppError):
    code = "not_sortable"
    status = 422
    message = "This field can't be sorted by; choose one that GET /api/store/entities marks as sortable."


class UnknownOperator(AppError):
    code = "unknown_operator"
    status = 422
    message = "This field can't be compared like that; GET /api/store/entities lists the operators of each field."


class InvalidValue(AppError):
    code = "invalid_filter_value"
    status = 422
    message = "The value of this condition does not fit its field."


class InvalidFilter(AppError):
    code = "invalid_filter"
    status = 422
    message = "The filter is not a rule group: {combinator: and|or, rules: [{field, operator, value}], not?}."


class InvalidCursor(AppError):
    code = "invalid_cursor"
    status = 422
    message = "This page marker belongs to another list or was changed; start again from the first page."


class InvalidSearch(AppError):
    code = "invalid_search"
    status = 422
    message = "Search for at most 100 characters."
