"""Train the tagger of attributions: articles → network → fit → export. See README.md."""
