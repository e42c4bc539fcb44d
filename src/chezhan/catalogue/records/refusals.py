"""What the records API refuses, each with what would be right."""

from chezhan.kernel.errors import AppError, NotFound


class UnknownRecord(NotFound):
    code = "unknown_record"
    message = "This record does not exist in this store, or it was deleted."


class NotSortable(AppError):
    code = "not_sortable"
    status = 422
    message = "This field can't be sorted by; choose one that GET /api/store/entities marks as sortable."


class InvalidCursor(AppError):
    code = "invalid_cursor"
    status = 422
    message = "This page marker belongs to another list or was changed; start again from the first page."


class InvalidSearch(AppError):
    code = "invalid_search"
    status = 422
    message = "Search for at most 100 characters."
