"""Errors that people read: each names the cause, the thing and the remedy, and carries an HTTP status."""

from typing import Any


class AppError(Exception):
    """A refusal that reaches the person.

    `code` is the key by which the interface translates; `params` fill its placeholders and never hold
    personal data; `fields` maps a field name to the messages that belong beside it.
    """

    code = "refused"
    status = 400
    message = "This could not be done."

    def __init__(
        self,
        message: str | None = None,
        *,
        code: str | None = None,
        status: int | None = None,
        params: dict[str, Any] | None = None,
        fields: dict[str, list[str]] | None = None,
    ) -> None:
        self.message = message or type(self).message
        self.code = code or type(self).code
        self.status = status or type(self).status
        self.params = params or {}
        self.fields = fields or {}
        super().__init__(self.message)


class NotSignedIn(AppError):
    code = "not_signed_in"
    status = 401
    message = "Sign in first."


class Forbidden(AppError):
    code = "forbidden"
    status = 403
    message = "Your role does not allow this; ask the store manager or the group owner."


class NotFound(AppError):
    code = "not_found"
    status = 404
    message = "This does not exist, or you have no access to it."


class Conflict(AppError):
    code = "conflict"
    status = 409
    message = "Somebody else changed this meanwhile; reload and try again."


class Invalid(AppError):
    code = "invalid"
    status = 422
    message = "Some of the input is not right."
