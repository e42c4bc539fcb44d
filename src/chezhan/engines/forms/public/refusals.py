"""What a stranger is told. Never what the store holds: a value that is taken already is refused as any other."""

from chezhan.kernel.errors import AppError, Forbidden, Invalid, NotFound
from chezhan.kernel.pace import TooFast


class NotOpen(NotFound):
    code = "public_form_closed"
    message = "This form is not open; ask the store for a new link."


class NotTaken(Invalid):
    code = "public_form_not_taken"
    message = "The store could not take this as it is; please call them."


class TooQuick(Invalid):
    code = "public_form_too_quick"
    message = "That was very quick; look over what you entered and send it again."


class PageOutdated(Invalid):
    code = "public_form_outdated"
    message = "This page has been open for long; reload it and send again."


class PostTooLarge(AppError):
    code = "public_form_too_large"
    status = 413
    message = "This is more than the form takes; shorten it and send again."


class TooManyPosts(TooFast):
    code = "public_form_too_many"
    message = "The form has had very many entries; try again later, or call the store."


class NotForStrangers(Invalid):
    """`params`: label and label_zh, of a field that strangers can't fill in and that must be."""

    code = "public_form_unfit"
    message = "The form asks for something that strangers can't enter: a record, a person, a file."


class NotPublished(Invalid):
    code = "public_form_unpublished"
    message = "Publish the form for new records first; then it can be opened to the public."


class PublicFormChanged(Forbidden):
    code = "changed_meanwhile"
    status = 409
    message = "Somebody else changed this meanwhile; look at it and change it again."
