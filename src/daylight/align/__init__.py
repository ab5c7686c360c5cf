"""What says the same: sentences, statements, copied passages."""

from daylight.align.copies import find_copies
from daylight.align.rejoin import rejoin
from daylight.align.sentences import pair_sentences
from daylight.align.statements import align, statement

__all__ = ["align", "find_copies", "pair_sentences", "rejoin", "statement"]
