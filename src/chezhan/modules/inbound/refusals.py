"""What posts of leads and their sources are refused for."""

from chezhan.kernel.errors import AppError, Conflict, Invalid, NotFound
from chezhan.kernel.pace import TooFast

# In the row of a post whose process ended again and again.
LOST = "worker_lost"


class NoSuchSource(NotFound):
    code = "lead_source_closed"
    message = "Nothing is taken at this address; ask the store for the present one."


class PostUnsigned(AppError):
    code = "lead_post_unsigned"
    status = 401
    message = "The signature is not the one of this body under the present secret; sign the bytes as they are sent."


class PostStale(AppError):
    code = "lead_post_stale"
    status = 401
    message = "The time that was signed is more than five minutes away; send the present time with each post."


class PostTooBig(AppError):
    code = "lead_post_too_large"
    status = 413
    message = "This is more than a lead needs; send at most 64 kB."


class TooManyLeads(TooFast):
    code = "lead_post_too_many"
    message = "This source has sent very much; send the same again after a pause."


class PostUnreadable(Invalid):
    code = "lead_post_unreadable"
    message = "The post is neither JSON nor a form; look at what the sender sends."


class PostEmpty(Invalid):
    code = "lead_post_empty"
    message = "The post names neither a person nor a phone where the source looks for them; look at its fields."


class PostTrapped(Invalid):
    code = "lead_post_trapped"
    message = "A field that people do not see was filled in: this looks like a machine's."


class UnknownSource(NotFound):
    code = "lead_source_unknown"
    message = "There is no such source of leads; somebody may have deleted it."


class UnknownPost(NotFound):
    code = "lead_post_unknown"
    message = "There is no such post; it may have been cleared away."


class SourceNameTaken(Conflict):
    code = "lead_source_name_taken"
    message = "Another source is called so already; choose another name."


class SourceChanged(Conflict):
    code = "lead_source_changed"
    message = "Somebody else changed this source meanwhile; reload and make your change again."


class TooManySources(Invalid):
    """`params`: limit."""

    code = "lead_source_too_many"
    message = "A store has no room for more sources; delete one that is not needed."


class BadMapping(Invalid):
    """`params`: field."""

    code = "lead_source_bad_mapping"
    message = "This is no field that a post can fill in, or no name that a post can have."


class NothingToEnter(Conflict):
    code = "lead_post_nothing_to_enter"
    message = "Something came of this post already, or what it said was erased; it can't be entered again."
