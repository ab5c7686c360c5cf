"""Feeds, watched: new reports are fetched politely, put to the stories of a library, and what they change is told."""

from daylight.watch.memory import Memory
from daylight.watch.politeness import Clock, SystemClock
from daylight.watch.shelving import News
from daylight.watch.watcher import Tools, Watcher, tools

__all__ = ["Clock", "Memory", "News", "SystemClock", "Tools", "Watcher", "tools"]
