"""Views of a comparison. No logic: what is not in the comparison is not shown."""

from daylight.report.contract import to_json
from daylight.report.markdown import to_markdown
from daylight.report.page import to_html
from daylight.report.reading import from_json
from daylight.report.terminal import to_terminal

__all__ = ["from_json", "to_html", "to_json", "to_markdown", "to_terminal"]
