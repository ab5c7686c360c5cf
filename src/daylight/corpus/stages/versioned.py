"""What the stages without settings have in common."""

from __future__ import annotations

from daylight.corpus.grouping import long_digest
from daylight.corpus.tables import FORMAT
from daylight.version import VERSION


class Versioned:
    """A stage whose tables depend on its input and on the version, which pins the models."""

    __slots__ = ()

    @property
    def digest(self) -> str:
        """Of the version."""
        return long_digest(FORMAT, VERSION)
