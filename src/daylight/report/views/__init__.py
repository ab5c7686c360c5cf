"""What the page, the Markdown and the terminal show, one module a view: its values, and how they are made."""
