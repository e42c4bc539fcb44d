"""The request as the API's operations get it."""

from django.http import HttpRequest

from chezhan.access.actor import Actor


class ActorRequest(HttpRequest):
    """A request whose person, place and roles the middleware has resolved; strangers never reach an operation."""

    actor: Actor
