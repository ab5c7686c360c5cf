"""The error tree.

DaylightError
├── InputError          an input cannot be read: says what, where, and what to do
│   ├── TooLarge        over a limit of the settings
│   ├── TooSlow         over the time limit of the settings
│   ├── NotText         binary, or no encoding fits
│   ├── Empty           nothing to read in it
│   ├── MissingExtra    its format needs a package that does not come with Daylight
│   └── NotFetched      an address gave no page: refused by a rule, gone, or no answer
├── LibraryError        a library cannot be opened, or what it holds cannot be read
├── OffsetError         a span does not fit its text: a defect, never repaired
└── ModelError          a model is missing or is not the pinned one
"""

from __future__ import annotations


class DaylightError(Exception):
    """Base of all errors that Daylight raises on purpose."""


class InputError(DaylightError):
    """An input cannot be read. ``where`` is its path or id; ``reason`` a sentence for the user."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class TooLarge(InputError):
    """The input is over a limit of the settings."""


class TooSlow(InputError):
    """Reading the input took longer than the limit of the settings."""


class NotText(InputError):
    """The input is binary, or no encoding fits it."""


class Empty(InputError):
    """There is nothing to read in the input."""


class MissingExtra(InputError):
    """The format needs a package that does not come with Daylight; the reason names the extra that brings it."""

    def __init__(self, where: str, what: str, package: str, extra: str) -> None:
        super().__init__(where, f"{what} need {package}: pip install 'daylight-news[{extra}]'")


class NotFetched(InputError):
    """An address of the web gave no page, or may not be asked."""


class LibraryError(DaylightError):
    """A library cannot be opened, or what it holds cannot be read; says what to do."""


class OffsetError(DaylightError):
    """A span does not fit its text. This is a defect: it is reported, never repaired."""


class ModelError(DaylightError):
    """A model is missing or is not the one that this version pins."""
