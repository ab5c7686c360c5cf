"""The app: stories kept, corrected and searched in a browser on this machine, and the same over a REST API."""
