"""``daylight serve``."""

from __future__ import annotations

from socket import SO_REUSEADDR, SOL_SOCKET, socket
from typing import Annotated

import typer

from daylight.cli.output import warn
from daylight.cli.shelf import LibraryPath, path_of

LOCAL = "127.0.0.1"

Port = Annotated[int, typer.Option("--port", "-p", min=1, max=65_535, help="The port of this machine on which it listens.")]
Open = Annotated[bool, typer.Option("--open", help="Open it in the browser.")]


def serve(port: Port = 8050, open_: Open = False, library: LibraryPath = None) -> None:
    """Keep, correct and search stories in a browser, on this machine: no account, no network but for addresses you give.

    The same is there for programs as a REST API, described at /api/openapi.json. Ctrl-C ends it.

    **Examples**

    * `daylight serve` – then open http://127.0.0.1:8050

    * `daylight serve --library desk.db --port 9000 --open`
    """
    import uvicorn

    from daylight.web.app import create_app
    from daylight.web.desk import Desk

    listening = _listen(port)
    address = f"http://{LOCAL}:{port}"
    file = path_of(library)
    app = create_app(Desk(file), frozenset({f"{LOCAL}:{port}", f"localhost:{port}"}))
    warn(f"the library is {file}; open {address} in a browser, Ctrl-C ends it")
    if open_:
        typer.launch(address)
    with listening:
        uvicorn.Server(uvicorn.Config(app, log_level="warning")).run([listening])


def _listen(port: int) -> socket:
    """The port, taken. Wrong use where another program has it."""
    listening = socket()
    listening.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
    try:
        listening.bind((LOCAL, port))
    except OSError as error:
        raise typer.BadParameter(f"port {port} is taken; give another with --port") from error
    return listening
