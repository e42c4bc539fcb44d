"""What favourites are refused for."""

from chezhan.kernel.errors import Conflict


class TooManyFavourites(Conflict):
    code = "too_many_favourites"
    message = "You have as many favourites as there may be; take the star off some first."
