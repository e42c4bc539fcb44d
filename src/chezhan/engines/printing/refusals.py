"""What printing is refused for, each with what would be right."""

from chezhan.kernel.errors import AppError, Conflict, Invalid, NotFound


class UnknownTemplate(NotFound):
    code = "print_unknown_template"
    message = "There is no such print template; somebody may have retired it."


class BadPrintLayout(Invalid):
    """`params`: where."""

    code = "print_layout_invalid"
    message = "This is no print template; reload the page and try again."


class TemplateNameTaken(Conflict):
    code = "print_name_taken"
    message = "Another print template of this kind of record is called so already; choose another name."


class TooManyTemplates(Invalid):
    """`params`: limit."""

    code = "print_too_many_templates"
    message = "A kind of record has no room for more print templates; retire and reuse one."


class TemplateChanged(Conflict):
    """`params`: version, the draft's present one, and by, who changed it."""

    code = "print_draft_changed"
    message = "Somebody else changed this template meanwhile; look at theirs and make your change again."


class TemplateHasProblems(Invalid):
    """`params`: count."""

    code = "print_has_problems"
    message = "The template can't be kept yet; mend what is named."


class NothingToPrint(Invalid):
    """`params`: limit."""

    code = "print_nothing"
    message = "Choose one record at least, and not more than can be printed at once."


class NoChineseFont(AppError):
    code = "print_no_font"
    status = 503
    message = "This installation lacks its font with Chinese characters; install the packages again."


class PrintBusy(AppError):
    code = "print_busy"
    status = 503
    message = "Others are printing just now; try again in a moment."


class NotPrinted(Invalid):
    code = "print_too_much"
    message = "This could not be set within its limits; print fewer records or a shorter template."
