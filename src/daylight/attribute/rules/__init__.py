"""Attributions by rules over the parse and a lexicon of cues: no model but the parser's."""
