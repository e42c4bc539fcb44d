"""What the records API refuses, each with what would be right."""

from chezhan.kernel.errors import AppError, Conflict, Forbidden, NotFound


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


class UnknownStep(NotFound):
    code = "unknown_step"
    message = "You are not asked anything of that kind on this record."


class FieldNotInStep(Forbidden):
    """`params`: field."""

    code = "field_not_in_step"
    message = "This step does not let that field be filled in; open the record itself to change it."


class StepFormGone(Conflict):
    code = "step_form_gone"
    message = "The form of this step is not in force any more; whoever draws the flow must choose another."
