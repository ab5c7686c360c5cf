"""Nothing is left undocumented: a command, an option, a public name, a kind of difference, a field, a dependency."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any, get_args

import pytest
import typer.main

import daylight
from daylight.cli.app import app
from daylight.model import DifferenceKind

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
COMMAND_LINE = typer.main.get_command(app)


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def commands(group: Any = COMMAND_LINE, before: str = "") -> dict[str, Any]:
    """Every command by its words, those of a group ("corpus run") too."""
    found = {}
    for name, command in group.commands.items():
        found[before + name] = command
        if hasattr(command, "commands"):
            found |= commands(command, f"{before}{name} ")
    return found


def section(text: str, heading: str) -> str:
    """The text under one heading, up to the next of its level or above."""
    match = re.search(rf"^(#+) {re.escape(heading)}$(.*?)(?=^#{{1,2}} |\Z)", text, re.MULTILINE | re.DOTALL)
    assert match, f"no section {heading}"
    return match[2]


@pytest.mark.parametrize("name", sorted(commands()))
def test_a_command_and_each_of_its_options_has_its_place_in_the_reference(name: str) -> None:
    whole = page("cli.md")
    heading = f"daylight {name}" if f"\n## daylight {name}\n" in whole else f"daylight {name.split(maxsplit=1)[0]}"
    text = section(whole, heading)
    options = {o for parameter in commands()[name].params for o in (*parameter.opts, *parameter.secondary_opts)}
    missing = [option for option in options if option.startswith("-") and f"`{option}" not in text]
    assert not missing


@pytest.mark.parametrize("name", sorted(commands()))
def test_a_command_and_each_of_its_options_has_help(name: str) -> None:
    command = commands()[name]
    assert command.help
    assert all(getattr(parameter, "help", None) for parameter in command.params if parameter.name != "help")


@pytest.mark.parametrize("name", sorted(daylight.__all__))
def test_a_public_name_is_in_the_library_page(name: str) -> None:
    assert re.search(rf"daylight\.{name}\b", page("library.md"))


@pytest.mark.parametrize("kind", get_args(DifferenceKind))
def test_a_kind_of_difference_has_a_section_with_an_example(kind: str) -> None:
    assert "\n> " in section(page("kinds.md"), kind)


def test_the_examples_of_the_kinds_are_in_the_examples() -> None:
    texts = " ".join(p.read_text("utf-8") for p in (ROOT / "examples").glob("*/*.*") if p.suffix != ".md")
    words = " ".join(re.findall(r"\w+", re.sub(r"<[^>]*>|&\w+;", " ", texts)))
    for line in re.findall(r"^> (.+?)(?: – \*.*)?$", page("kinds.md"), re.MULTILINE):
        for part in line.replace("**", "").split("said by")[:1]:
            assert " ".join(re.findall(r"\w+", part)) in words, line


def properties(schema: dict[str, Any]) -> Iterator[str]:
    """The names of all fields of a JSON Schema."""
    for key, value in schema.items():
        if key == "properties":
            yield from value
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, dict):
                yield from properties(child)


def test_every_field_of_the_contract_is_documented() -> None:
    schema = json.loads(resources.files("daylight.report").joinpath("schema.json").read_text("utf-8"))
    text = page("contract.md")
    assert not [name for name in sorted(set(properties(schema))) if not re.search(rf"`{name}`", text)]


def dependencies() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [requirement for group in project["optional-dependencies"].values() for requirement in group]
    return sorted(re.split(r"[<>=!\[; ]", requirement)[0] for requirement in project["dependencies"] + extras)


@pytest.mark.parametrize("name", dependencies())
def test_a_dependency_has_a_reason_and_is_pinned(name: str) -> None:
    assert re.search(rf"(^\| |, ){re.escape(name)}\b", page("dependencies.md"), re.MULTILINE)
    assert re.search(rf"^{re.escape(name)}==", (ROOT / "requirements" / "dev.txt").read_text("utf-8"), re.MULTILINE)


def test_every_page_is_linked_and_every_readme_command_exists() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"^make ([a-z]+)", readme, re.MULTILINE)) <= targets
    for path in re.findall(r"\]\(((?!http)[^)#]+)", readme):
        assert (ROOT / path).exists(), path
