"""Every address of the app, built in one place."""

from __future__ import annotations

from typing import Literal
from urllib.parse import quote, urlencode

What = Literal["statement", "person", "difference", "block"]

HOME = "/"
STORIES = "/stories"
SEARCH = "/search"
SPEAKERS = "/speakers"
BOOKMARKLET = "/bookmarklet"
RECEIVE = "/receive"
"""The page that a bookmarklet opens and speaks to."""
API = "/api"


def story(key: str, anchor: str = "") -> str:
    """The page of a story, or a place on it."""
    return f"{STORIES}/{_segment(key)}" + (f"#{anchor}" if anchor else "")


def part(key: str, name: str) -> str:
    """What belongs to a story: its reports, name, decisions."""
    return f"{story(key)}/{name}"


def report(key: str, name: str) -> str:
    """One report of a story."""
    return f"{part(key, 'reports')}/{_segment(name)}"


def export(key: str, form: str) -> str:
    """The comparison of a story as a file."""
    return f"{part(key, 'export')}/{_segment(form)}"


def undo(key: str, decision: str) -> str:
    """Where a decision is undone."""
    return f"{part(key, 'decisions')}/{_segment(decision)}/undo"


def correct(key: str, what: What, anchor: str) -> str:
    """The forms that correct one thing."""
    return f"{part(key, 'correct')}/{what}/{_segment(anchor)}"


def job(key: str) -> str:
    """How far a job is."""
    return f"/jobs/{_segment(key)}"


def speaker(name: str) -> str:
    """What somebody is reported to have said, in all stories: a search."""
    return search(speaker=name)


def search(**wanted: object) -> str:
    """A search, or its next page."""
    return f"{SEARCH}?{urlencode({name: value for name, value in wanted.items() if value})}"


def static(name: str, version: str) -> str:
    """A file of the app, which changes its address when it changes."""
    return f"/static/{name}?v={version}"


def _segment(text: str) -> str:
    """One segment of a path; "." and ".." would be taken for a way through folders."""
    return quote(text, safe="") if text.strip(".") else text.replace(".", "%2E")
