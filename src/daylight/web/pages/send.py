"""The bookmarklet, and the page that it opens: a page that somebody reads comes in only when the person says so here."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from daylight.web import urls
from daylight.web.answers import AtDesk, Sent, go, page
from daylight.web.corrections import text
from daylight.web.given import given, sent

router = APIRouter()

BOOKMARKLET = (
    "javascript:(()=>{const to='%(origin)s',page={type:'daylight:page',url:location.href,title:document.title,"
    "html:'<!doctype html>'+document.documentElement.outerHTML},"
    "app=open(to+'%(path)s#'+encodeURIComponent(location.href));"
    "addEventListener('message',e=>{if(e.origin===to&&e.source===app&&e.data==='daylight:ready')app.postMessage(page,to)})})()"
)


@router.get(urls.BOOKMARKLET)
def bookmarklet(request: Request) -> Response:
    """The bookmarklet, to be dragged to the bar."""
    origin = f"{request.url.scheme}://{request.url.netloc}"
    code = BOOKMARKLET % {"origin": origin, "path": urls.RECEIVE}
    return page(request, "bookmarklet.html.j2", code=code)


@router.get(urls.RECEIVE)
def receive(request: Request, desk: AtDesk) -> Response:
    """The page that waits for what a bookmarklet sends, shows it, and lets a person choose the story."""
    return page(request, "receive.html.j2", stories=desk.stories(50, None))


@router.post(urls.RECEIVE)
def take(form: Sent, desk: AtDesk) -> Response:
    """Take in the page that was sent, or its address where its content did not come, as the person has said."""
    story = text(form, "story") or None
    action = urls.part(story, "reports") if story else urls.STORIES
    return go(urls.job(desk.begin(sent(form), None, story, given(form, action, story)).id))
