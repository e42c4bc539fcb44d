"""What saved views are refused for, each with what would be right."""

from chezhan.kernel.errors import Conflict, Invalid, NotFound


class UnknownView(NotFound):
    code = "unknown_view"
    message = "This view does not exist, or it is not yours to see."


class BadView(Invalid):
    code = "bad_view"
    message = "A view has a name of at most 60 characters, and at most 100 columns."


class ViewNameTaken(Conflict):
    code = "view_name_taken"
    message = "There is a view of this name already; choose another."


class ViewChanged(Conflict):
    code = "view_changed"
    message = "Somebody else changed this view meanwhile; reload and try again."


class TooManyViews(Conflict):
    code = "too_many_views"
    message = "You keep too many views of this list; delete some."
