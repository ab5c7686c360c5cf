"""A comparison in which every string that may come from outside tries to act."""

from __future__ import annotations

from dataclasses import replace

from daylight.model import (
    About,
    Attribution,
    Block,
    Comparison,
    Copy,
    Count,
    Decided,
    Difference,
    Entity,
    Figure,
    Identifier,
    MadeBy,
    ModelDigest,
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

PAYLOADS = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "{{ 7*7 }}{% raw %}{# x #}",
    "[bold red]markup[/bold red][/]",
    "[link](javascript:alert(1)) ![x](https://tracker.example/x.png) `code` **bold** | cell | https://a.example",
    "\u202egnp.exe\u202c \u2066x\u2069",
    "nul\x00 bell\x07 esc\x1b[31mred\x1b[0m \x9b31m c1\x85 \x7f",
    "half a pair \ud83d",
    "<!-- --> ]]> &lt;b&gt; &#60;i&#62; \\",
    "\n# heading\n- item\n\n---\n<b>block</b>",
)


def hostile(payload: str) -> Comparison:
    """The payload in every place at once: text, names, ids, addresses, explanations, versions."""
    text = f"{payload} said “{payload}” on Monday {payload}"
    whole, half = Span(0, len(text)), Span(0, len(payload))
    quote = Span(len(payload) + 6, 2 * len(payload) + 8)

    def report(key: str) -> Report:
        return Report(f"{key}{payload}", text, Source(payload, payload, payload), (Block(whole, "body"),), *[payload] * 6)

    reports = (report("a"), report("b"))
    first, second = (r.id for r in reports)
    attributions = tuple(
        Attribution(r.id + "x", r.id, "direct", (half,), (half,), (quote,), (half,), payload, payload, rule=payload)
        for r in reports
    )
    statement = Statement(payload, payload, tuple(a.id for a in attributions))
    evidence = (Place(first, half), Place(second, half))
    return Comparison(
        MadeBy(payload, payload, (ModelDigest(payload, payload),)),
        reports,
        (
            Entity(
                payload,
                "person",
                payload,
                (Spelling(payload, "garbled", evidence, payload),),
                (Role(payload, first, half),),
                identifiers=(Identifier(payload, payload),),
            ),
        ),
        attributions,
        (statement,),
        (
            Difference(
                payload, "content", About("statement", payload), evidence, payload, payload, 0.5, ((payload, payload),)
            ),
            Difference(f"{payload}2", "name", About("entity", payload), evidence, payload, payload, 0.5),
        ),
        (Position(payload, payload, True, (Side(payload, (payload,)),), evidence, 0.5, payload),),
        (Copy((first, second), 0.5, 0.2, (Passage(half, half, "verbatim"),)),),
        (Skipped(payload, path=payload), Skipped(payload, report=first)),
        (Count(payload, tuple(Figure(a.report, half, 1.0, payload, quote, a.id) for a in attributions)),),
        (Decided("merge", payload, "against-evidence", payload, payload, (About("entity", payload),), evidence),),
    )


def with_long_word(comparison: Comparison, length: int) -> Comparison:
    """The comparison with one word of ``length`` letters at the end of its first report."""
    report = comparison.reports[0]
    text = report.text + " " + "x" * length
    blocks = (*report.blocks, Block(Span(len(report.text) + 1, len(text)), "body"))
    return replace(comparison, reports=(replace(report, text=text, blocks=blocks), *comparison.reports[1:]))
