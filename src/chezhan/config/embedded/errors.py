class ServiceFailure(Exception):
    """A service that can't be started or used. The message is for the terminal: cause, thing, remedy."""
