"""What an authority file says, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.model import EntityKind, Identifier


@dataclass(frozen=True, slots=True)
class Record:
    """One entry. ``kind`` is None where the file does not say it; ``where`` is the file and the line."""

    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    kind: EntityKind | None = None
    where: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Authority:
    """All entries of a file, and the SHA-256 of its bytes; None where there is no file."""

    records: tuple[Record, ...] = ()
    sha256: str | None = None


NO_AUTHORITY = Authority()
