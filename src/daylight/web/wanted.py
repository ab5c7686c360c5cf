"""What a search asks for, from the parameters of an address: the page's and the API's alike."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import Depends, Query

from daylight.model import DifferenceKind
from daylight.store import Query as Search

Words = Annotated[str, Query(max_length=300)]
Day = Annotated[date | Literal[""], Query(description="YYYY-MM-DD")]
Kind = DifferenceKind | Literal[""]


class Asked:
    """All that is given must hold; "" asks for nothing."""

    def __init__(  # noqa: PLR0913, PLR0917 - each is a parameter of the address
        self,
        q: Words = "",
        speaker: Words = "",
        outlet: Words = "",
        since: Day = "",
        until: Day = "",
        kind: Kind = "",
        story: Words = "",
    ) -> None:
        self.q, self.speaker, self.outlet, self.kind, self.story = q.strip(), speaker.strip(), outlet.strip(), kind, story
        self.since, self.until = str(since), str(until)

    def given(self) -> dict[str, str]:
        """The parameters that ask for something."""
        return {name: value for name, value in vars(self).items() if value}

    def query(self) -> Search:
        """What the library is asked."""
        wanted = {name: value for name, value in self.given().items() if name != "q"}
        return Search(text=self.q, **wanted)  # type: ignore[arg-type]


Wanted = Annotated[Asked, Depends()]
