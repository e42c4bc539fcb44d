"""What groups and totals are refused for, each with what would be right."""

from chezhan.kernel.errors import Invalid


class NotGroupable(Invalid):
    code = "not_groupable"
    message = "Records can't be grouped by this field; choose one that GET /api/store/entities marks as groupable."


class NotSummable(Invalid):
    code = "not_summable"
    message = "This field can't be added up; choose one that GET /api/store/entities marks as summable."


class TooManyMarks(Invalid):
    code = "too_many_marks"
    message = "These are too many conditions or records at once."
