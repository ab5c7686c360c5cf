"""The page of a story: the comparison, and what can be done with it."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from daylight.decisions import parse_decisions, write_decisions
from daylight.report.build import build
from daylight.web import urls
from daylight.web.answers import AtDesk, Sent, go, page
from daylight.web.corrections import text
from daylight.web.desk import NotFound
from daylight.web.exports import EXPORTS
from daylight.web.given import given, items
from daylight.web.history import told

router = APIRouter(prefix="/stories/{key}")

DOWNLOADS = tuple((name, export.called) for name, export in EXPORTS.items())


@router.get("")
def story(request: Request, desk: AtDesk, key: str) -> Response:
    """The views of the comparison, with the way to correct each thing beside it."""
    found, comparison = desk.story(key)
    with desk.open() as library:
        decided = told(library.history(key), comparison)
    troubled = any(one.status == "not-applied" for one in decided)
    return page(
        request,
        "story.html.j2",
        story=found,
        page=build(comparison),
        beside="beside.html.j2",
        exports=DOWNLOADS,
        decided=decided,
        open=troubled,
        news=desk.news.get(key, ()),
    )


@router.post("/reports")
async def add(form: Sent, desk: AtDesk, key: str) -> Response:
    """Take in further reports, and compare again."""
    desk.story(key)
    written = given(form, urls.part(key, "reports"), key)
    return go(urls.job(desk.begin(await items(form, written), None, key, written).id))


@router.post("/reports-removal")
def remove_report(form: Sent, desk: AtDesk, key: str) -> Response:
    """Take one report out, and compare again."""
    return go(urls.job(desk.take_out(key, text(form, "report")).id))


@router.post("/name")
def rename(form: Sent, desk: AtDesk, key: str) -> Response:
    """Call the story otherwise."""
    desk.rename(key, text(form, "title"))
    return go(urls.story(key))


@router.post("/removal")
def remove(form: Sent, desk: AtDesk, key: str) -> Response:
    """Remove the story, where it is confirmed."""
    if text(form, "sure") == "yes":
        desk.remove(key)
    return go(urls.HOME)


@router.get("/export/{form}")
def export(desk: AtDesk, key: str, form: str) -> Response:
    """The comparison as a file."""
    if form not in EXPORTS:
        raise NotFound(f"There is no such format; there are {', '.join(EXPORTS)}.")
    found = EXPORTS[form]
    content = found.make(desk.story(key)[1])
    data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
    return _download(data, found.media_type, f"daylight.{found.suffix}")


@router.get("/decisions.toml")
def decisions(desk: AtDesk, key: str) -> Response:
    """The decisions that stand, as a decisions file."""
    desk.story(key)
    with desk.open() as library:
        content = write_decisions(library.decisions(key))
    return _download(content.encode(), "application/toml", "decisions.toml")


@router.post("/decisions-file")
async def take_over(form: Sent, desk: AtDesk, key: str) -> Response:
    """Take over the decisions of a file, beside those that stand."""
    desk.story(key)
    file = form.get("file")
    content = b"" if file is None or isinstance(file, str) else await file.read()
    found = parse_decisions(content.decode("utf-8-sig", "replace"), "the file")
    return go(urls.job(desk.decide(key, found.all, "corrections").id))


def _download(content: bytes, media_type: str, name: str) -> Response:
    """Bytes that a browser saves and never shows."""
    return Response(content, media_type=media_type, headers={"content-disposition": f'attachment; filename="{name}"'})
