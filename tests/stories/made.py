"""Texts of made-up events for the tests of this room."""

from __future__ import annotations

from daylight.stories import Article

DAM = (
    "A crack of fourteen centimetres was found in the Velden dam on Tuesday, and three hundred people left their houses.",
    "Engineers from Port Lume will lower the water by two metres before they fill the crack with resin and concrete.",
    "The dam was built in 1961 and was last inspected nine years ago, according to the water board of the province.",
    "Schools in the lower town stay closed until Monday, and buses take the children of the valley to the camp at Orrin.",
    "The council has asked the government for boats, blankets, tents and a second pump for the cellar of the hospital.",
)
GOATS = (
    "Nobody slept much in the bakery this week, where the ovens were lit at three in the morning for the volunteers.",
    "Old Ilse Brandt refused to leave her goats, so her neighbours carried the animals over the hill one after another.",
    "A choir from the next village sang in the sports hall, and the accordion player lost his hat to a gust of wind.",
    "Children built a raft of doors and named it after the mayor, who came to launch it with a bottle of lemonade.",
    "By evening the queue for soup went twice around the fountain and nobody was in a hurry to be the first in line.",
)
SPEECH = (
    "“We have lost the lower town, and we will not lose the upper one while I hold this office, nor the bridge, nor the "
    "school that my own mother taught in for thirty years of her life,” she said."
)


def article(key: str, *sentences: str, published: str | None = None, outlet: str | None = None) -> Article:
    """An article of one paragraph a sentence."""
    return Article(key, "\n\n".join(sentences), published, outlet)
