"""The stages of a corpus, one a module. What a stage asks of those before it is in its ``pieces_of``; their order is in
``daylight.corpus.run``."""
