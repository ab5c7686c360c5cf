"""A corpus: from a folder of any size to tables of who said what, where reports differ, and what was copied.

The stages are picklable and map files to files; ``engine`` carries them out and does not know what they do.
"""

from daylight.corpus.run import Options, run
from daylight.corpus.summary import Summary
from daylight.corpus.tables import FORMAT, ROWS

__all__ = ["FORMAT", "ROWS", "Options", "Summary", "run"]
