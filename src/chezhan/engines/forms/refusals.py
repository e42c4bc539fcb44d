"""What forms are refused for, and what they refuse."""

from chezhan.kernel.errors import AppError, Conflict, Invalid, NotFound


class UnknownForm(NotFound):
    code = "unknown_form"
    message = "There is no such form; somebody may have deleted it."


class BadLayout(Invalid):
    code = "form_layout_invalid"
    message = "This is no layout of a form; reload the page and try again."


class FormUnreadable(Conflict):
    """`params`: name."""

    code = "form_unreadable"
    message = "A form in force was made by another release and can't be read; publish it anew, or roll it back."


class FormNameTaken(Conflict):
    code = "form_name_taken"
    message = "Another form of this kind of record is called so already; choose another name."


class TooManyForms(Invalid):
    code = "form_too_many"
    message = "A kind of record has no room for more forms; delete one first."


class DraftChanged(Conflict):
    """`params`: version, the draft's present one, and by, who changed it."""

    code = "form_draft_changed"
    message = "Somebody else changed this draft meanwhile; look at theirs and make your change again."


class FormHasProblems(Invalid):
    """`params`: count."""

    code = "form_has_problems"
    message = "The form can't be published yet; mend what the check names."


class NothingToPublish(Invalid):
    code = "form_nothing_new"
    message = "The draft is what is published already."


class FormInUse(Conflict):
    """`params`: names and names_zh, of the flows that show it."""

    code = "form_in_use"
    message = "Steps of flows show this form; choose another one there, publish, and let end what is under way."


class UnknownVersion(NotFound):
    code = "form_unknown_version"
    message = "This form has no such version."


class ConditionReach(Invalid):
    """`params`: field, label and label_zh."""

    code = "form_condition_reach"
    message = "A form's conditions name the record's own fields alone: no computed ones, none of other records."


class ConditionUnfit(Invalid):
    code = "form_condition_unfit"
    message = "Changes and sums over other records can't be asked for in a form's conditions."


class ReadOnlyHere(Invalid):
    code = "form_read_only"
    message = "The form does not let this field be changed as things are."


class NotShownHere(Invalid):
    code = "form_not_shown"
    message = "The form does not ask for this field as things are; leave it out."


class NotHere(Invalid):
    code = "form_field_closed"
    message = "This field's rules rest on something you may not see; ask whoever designs the forms."


class RefusedByForm(Invalid):
    """`params`: text and text_zh, the words of whoever made the form."""

    code = "form_refused"
    message = "A rule of the form is against this value."


Refusal = AppError
