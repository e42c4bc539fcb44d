"""Pieces of what a store designs, as they are kept and sent."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Name = Annotated[str, Field(min_length=1, max_length=64)]
# Not chosen yet while it is empty: a draft is kept so, and not published.
Chosen = Annotated[str, Field(max_length=64)]


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
