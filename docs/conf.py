"""How the documentation is built (``make docs``)."""

from __future__ import annotations

from daylight.version import VERSION

project = "Daylight"
author = "The Daylight contributors"
copyright = author
release = version = VERSION
extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"Daylight {VERSION}"
html_show_sourcelink = False
html_theme_options = {"source_repository": "", "navigation_with_keys": True}
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_use_type_comments = False
python_use_unqualified_type_names = True
nitpicky = False
autodoc_preserve_defaults = True
