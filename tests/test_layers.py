"""The house keeps its shape: imports go down only, and each outside library has one door."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import ceasetimeline

PACKAGE = Path(ceasetimeline.__file__).parent
LAYERS = (
    ("errors",),
    ("tables",),
    ("bounds",),
    ("granularity",),
    ("meaning", "relations"),
    ("model",),
    ("lexicon", "codec"),
    ("overrides", "text"),
    ("timex", "events"),
    ("linking",),
    ("order",),
    ("attention", "difference", "explanation"),
    ("timeline",),
    ("readers", "view"),
    ("export",),
    ("reading",),
    ("pipeline",),
    ("laws",),
    ("testing",),
    ("__init__",),
    ("commands",),
    ("__main__",),
)
RANK = {room: rank for rank, rooms in enumerate(LAYERS) for room in rooms}
DOORS = {
    "dateparser": {"timex/publication.py", "timex/phrasebooks.py"},
    "dateutil": {"granularity.py", "timex/publication.py", "timex/holidays.py"},
    "hijridate": {"timex/holidays.py"},
    "pyluach": {"timex/holidays.py"},
    "networkx": {"order/graph.py"},
    "hypothesis": {"testing/stories.py", "testing/values.py"},
}


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Every module that a file imports, and whether it does so when it is itself imported."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {
        child
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        or (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test))
        for child in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node not in inside) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "ceasetimeline" else []
            yield from ((name, node not in inside) for name in names or [node.module])


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), path


def test_imports_go_down_only() -> None:
    climbs = []
    for name, path in modules():
        own = name.split("/")[0].removesuffix(".py")
        for module, at_import in imports(path):
            if not module.startswith("ceasetimeline") or not at_import:
                continue
            other = room(module)
            if other != own and RANK[other] >= RANK[own]:
                climbs.append(f"{name} imports {module}")
    assert not climbs


def test_only_timeline_and_the_notebook_hook_of_values_hand_over_to_higher_rooms() -> None:
    late = {
        name
        for name, path in modules()
        for module, at_import in imports(path)
        if module.startswith("ceasetimeline") and not at_import
        if RANK[room(module)] > RANK[name.split("/")[0].removesuffix(".py")]
    }
    assert late <= {"timeline.py", "model.py"}


def test_each_outside_library_has_its_door() -> None:
    strays = [
        f"{name} imports {module}"
        for name, path in modules()
        for module, _ in imports(path)
        for library, doors in DOORS.items()
        if module.split(".")[0] == library and name not in doors
    ]
    assert not strays


def test_every_module_is_in_a_layer() -> None:
    assert {name.split("/")[0].removesuffix(".py") for name, _ in modules()} <= set(RANK)
