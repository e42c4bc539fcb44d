"""What accounts refuse."""

from chezhan.kernel.errors import AppError, Conflict, Invalid


class TooManyLoginAttempts(AppError):
    code = "too_many_login_attempts"
    status = 429
    message = "Too many failed attempts to sign in; wait five minutes, or reset your password."


class Throttled(AppError):
    code = "throttled"
    status = 429
    message = "Too many requests; wait a minute and try again."


class TooManyGroups(AppError):
    code = "too_many_groups"
    status = 429
    message = "You have created many groups today; go on tomorrow, or ask the platform's support."


class TooManyInvitations(AppError):
    code = "too_many_invitations"
    status = 429
    message = "The group has too many open invitations; withdraw some or wait until they are used."


class UnknownRole(Invalid):
    code = "unknown_role"
    message = "There is no such role; choose one from the list."


class RoleNotHere(Invalid):
    code = "role_not_here"
    message = "This role can't be held there: choose one that fits the group or the kind of store."


class InvitationUsed(AppError):
    code = "invitation_used"
    status = 410
    message = "This invitation has been used already; ask for another one."


class InvitationExpired(AppError):
    code = "invitation_expired"
    status = 410
    message = "This invitation has expired; ask for another one."


class InvitationRevoked(AppError):
    code = "invitation_revoked"
    status = 410
    message = "This invitation was withdrawn; ask for another one."


class StillResponsible(Conflict):
    """`params`: store, number."""

    code = "still_responsible"
    message = "They still have customers or open records; hand those over first."


class AlreadyMember(Conflict):
    code = "already_member"
    message = "You hold this role there already."


class LastOwner(Conflict):
    code = "last_owner"
    message = "A group keeps at least one owner; make somebody else an owner first."


class IncorrectCode(Invalid):
    code = "incorrect_code"
    message = "This code is not right or has expired; ask for another one."


class BadPassword(Invalid):
    code = "bad_password"
    message = "Choose a stronger password."


class BadPhone(Invalid):
    code = "invalid_phone"
    message = "This is not a phone number."


class BadEmail(Invalid):
    code = "invalid_email"
    message = "This is not an e-mail address."


class UnknownLanguage(Invalid):
    code = "unknown_language"
    message = "Choose Chinese (zh-hans) or English (en)."


class BadScope(Invalid):
    code = "bad_scope"
    message = "A token says what it may read or write: {entities: {name or *: read|write}, actions, permissions}."


class TooManyTokens(Invalid):
    code = "too_many_tokens"
    message = "There are too many tokens already; revoke some."
