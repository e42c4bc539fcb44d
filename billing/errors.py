"""What billing refuses."""

from chezhan.kernel.errors import Conflict, NotFound


class AlreadySubscribed(Conflict):
    code = "already_subscribed"
    message = "This group has a subscription already."


class NoSubscription(NotFound):
    code = "no_subscription"
    message = "This group has no subscription; ask the platform's support to begin one."
