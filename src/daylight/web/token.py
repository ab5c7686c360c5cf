"""The token that every change must carry: in a form's field, or in a header.

It lies beside the library, readable by its owner alone, so that a page that is open stays good when the app is started
anew, and a program of the owner's can use the API.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

FIELD = "token"
HEADER = "x-daylight-token"
BYTES = 24


def token_beside(library: Path) -> str:
    """The token of a library; made where there is none."""
    path = library.with_name(library.name + ".token")
    if not (path.exists() and len(path.read_text("ascii")) >= BYTES):
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(BYTES))
    return path.read_text("ascii")


def is_right(given: str | None, token: str) -> bool:
    """Whether a token is the right one, in a time that tells nothing."""
    return given is not None and secrets.compare_digest(given.encode(), token.encode())
