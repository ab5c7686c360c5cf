"""Which of two texts came first, where their times or their words tell."""

from __future__ import annotations

from datetime import datetime

from daylight.stories.credits import agency, borrows, credited
from daylight.stories.values import Article, EdgeKind


def direction(a: Article, b: Article, kind: EdgeKind) -> tuple[str | None, str]:
    """The id of the first text, None where it cannot be told, and the reason in words.

    A credit outweighs times: an agency's own page may carry a later time than a paper that prints the agency.
    """
    return _by_credit(a, b) or _by_time(a, b) or _by_length(a, b, kind)


def _by_credit(a: Article, b: Article) -> tuple[str | None, str] | None:
    by = (credited(a.text), credited(b.text))
    for one, others_credit in ((a, by[1]), (b, by[0])):
        if others_credit and agency(one.outlet) == others_credit:
            return one.id, f"the other credits {others_credit}, whose text this is"
    if by[0] and by[0] == by[1]:
        return None, f"both credit {by[0]}: neither is known to come from the other"
    borrowing = [
        (one.id, one.outlet)
        for one, other in ((a, b), (b, a))
        if one.outlet and one.outlet != other.outlet and borrows(other.text, one.outlet)
    ]
    if len(borrowing) == 1:
        first, outlet = borrowing[0]
        return first, f"the other names {outlet} as where its news comes from"
    return None


def _by_time(a: Article, b: Article) -> tuple[str | None, str] | None:
    earlier = compare_times(a.published, b.published)
    if not earlier:
        return None
    first, other = (a, b) if earlier < 0 else (b, a)
    return first.id, f"published {first.published}, the other {other.published}"


def _by_length(a: Article, b: Article, kind: EdgeKind) -> tuple[str | None, str]:
    if kind == "trimmed":
        return max(
            a, b, key=lambda article: len(article.text)
        ).id, "no times tell; the other is this text with parts left out"
    return None, "neither times nor credits tell"


def compare_times(a: str | None, b: str | None) -> int:
    """-1 where ``a`` is the earlier, 1 where ``b`` is, 0 where it cannot be told.

    Times are compared where both are known with their zone; else days, and a day's difference is needed.
    """
    one, two = _moment(a), _moment(b)
    if one is None or two is None:
        return 0
    if one.tzinfo and two.tzinfo:
        return (one > two) - (one < two)
    return (one.date() > two.date()) - (one.date() < two.date())


def _moment(value: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(value) if value else None
    except ValueError:
        return None
