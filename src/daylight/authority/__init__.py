"""An authority file of the user's: who people are, by what name and by which identifiers."""

from daylight.authority.matching import identify
from daylight.authority.reading import read_authority
from daylight.authority.values import NO_AUTHORITY, Authority, Record

__all__ = ["NO_AUTHORITY", "Authority", "Record", "identify", "read_authority"]
