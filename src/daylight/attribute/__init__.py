"""Who said what, within one report."""

from daylight.attribute.engines import attribute
from daylight.attribute.speech import is_reported_speech
from daylight.attribute.utterances import utterances

__all__ = ["attribute", "is_reported_speech", "utterances"]
