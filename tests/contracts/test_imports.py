"""Imports run one way: ground floor ← stages ← pipeline ← edges; a stage never imports another stage."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import daylight

ROOT = Path(daylight.__file__).parent
GROUND = {"model", "errors", "invariants", "offsets", "settings", "words", "lexicon", "models"}
STAGES = {"ingest", "clean", "annotate", "attribute", "resolve", "align", "compare"}
CORRECTIONS = {"authority", "decisions"}
VIEWS = {"report", "export"}
EDGES = {"cli", "web", "store", "engine", "corpus", "watch", "plugins"}
# What each room may import of the package, beside itself. ``ingest`` cleans what it reads: a report without blocks is none.
ALLOWED: dict[str, set[str]] = (
    {room: set(GROUND) for room in STAGES | VIEWS}
    | {edge: GROUND | STAGES | CORRECTIONS | VIEWS | EDGES | {"stories", "pipeline", "version", ""} for edge in EDGES}
    | {
        # An engine does not know what a quote is.
        "engine": {"errors"},
        "model": set(),
        "errors": set(),
        "settings": {"errors"},
        "lexicon": {"errors"},
        "models": {"model", "errors", "words"},
        "offsets": {"model", "errors"},
        "invariants": {"model", "errors", "offsets"},
        "words": {"model", "offsets", "lexicon"},
        # A corpus is read as texts, before any stage has looked at them.
        "stories": set(GROUND),
        "ingest": GROUND | {"clean", "version"},
        # What people and their files say is carried out with the means of the stage that it corrects.
        "authority": GROUND | {"resolve"},
        "decisions": GROUND | {"resolve", "align"},
        "pipeline": GROUND | STAGES | CORRECTIONS | {"version"},
        "version": set(),
        "": GROUND | STAGES | CORRECTIONS | {"pipeline", "version"},
        "frames": {"model", "export"},
        "__main__": {"cli"},
    }
)
HEAVY = (
    "duckdb",
    "pyarrow",
    "ray",
    "pandas",
    "polars",
    "xlsxwriter",
    "spacy",
    "trafilatura",
    "onnxruntime",
    "dateparser",
    "jinja2",
    "typer",
    "numpy",
    "tokenizers",
    "fastapi",
    "uvicorn",
    "httpx2",
    "sqlite3",
)


def room_of(path: Path) -> str:
    first = path.relative_to(ROOT).parts[0]
    name = first.removesuffix(".py")
    return "" if name == "__init__" else name


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module is not None
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "daylight":
                known = len(parts) > 1 and ((ROOT / parts[1]).is_dir() or (ROOT / f"{parts[1]}.py").is_file())
                rooms.add(parts[1] if known else "")
    return rooms


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_only_what_lies_below_it(path: Path) -> None:
    room = room_of(path)
    wrong = imported_rooms(path) - ALLOWED[room] - {room}
    assert not wrong, f"{path.relative_to(ROOT)} imports {sorted(wrong)}"


def test_importing_daylight_loads_nothing_heavy() -> None:
    code = f"import daylight, sys; print([m for m in {HEAVY!r} if m in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert shown.stdout.strip() == "[]"


def test_there_is_no_import_cycle_between_modules() -> None:
    graph: dict[str, set[str]] = {}
    modules = {".".join(("daylight", *p.relative_to(ROOT).with_suffix("").parts)): p for p in ROOT.rglob("*.py")}
    modules = {name.removesuffix(".__init__"): path for name, path in modules.items()}
    for name, path in modules.items():
        graph[name] = set()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    full = f"{node.module}.{alias.name}"
                    graph[name].add(full if full in modules else node.module)
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join((*trail, name))
        if name in done or name not in graph:
            return
        for other in sorted(graph[name] - {name}):
            visit(other, (*trail, name))
        done.add(name)

    for name in sorted(graph):
        visit(name, ())
