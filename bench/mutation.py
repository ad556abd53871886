"""Mutation run: change one operator, comparison or number at a time, and count the changes that the tests notice.

    python bench/mutation.py [granularity bounds meaning ...]

Works on a copy of the package in a temporary folder; a survivor is printed with its line.
"""

from __future__ import annotations

import ast
import copy
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TESTS = {
    "granularity": ["tests/unit/test_granularity.py", "tests/unit/timex/test_place.py"],
    "bounds": ["tests/unit/test_bounds.py"],
    "meaning": ["tests/unit/timex/test_place.py", "tests/unit/timex/test_find_times.py"],
}
COMPARE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Mod: ast.Mult,
    ast.FloorDiv: ast.Mult,
}


def changes(tree: ast.Module) -> Iterator[tuple[int, ast.Module]]:
    """Every tree with one change, and the line of the change."""
    sites = [node for node in ast.walk(tree) if isinstance(node, ast.Compare | ast.BinOp | ast.BoolOp | ast.Constant)]
    for number, site in enumerate(sites):
        for variant in range(len(site.ops) if isinstance(site, ast.Compare) else 1):
            mutant = copy.deepcopy(tree)
            target = [
                node
                for node in ast.walk(mutant)
                if isinstance(node, ast.Compare | ast.BinOp | ast.BoolOp | ast.Constant)
            ][number]
            if changed(target, variant):
                yield site.lineno, mutant


def changed(node: ast.AST, variant: int) -> bool:
    """Changes a node in place; False where there is nothing to change."""
    match node:
        case ast.Compare(ops=ops) if type(ops[variant]) in COMPARE:
            ops[variant] = COMPARE[type(ops[variant])]()
        case ast.BinOp(op=op) if type(op) in ARITHMETIC:
            node.op = ARITHMETIC[type(op)]()
        case ast.BoolOp(op=op):
            node.op = ast.Or() if isinstance(op, ast.And) else ast.And()
        case ast.Constant(value=bool() as value):
            node.value = not value
        case ast.Constant(value=int() as value):
            node.value = value + 1
        case _:
            return False
    return True


def run(folder: Path, tests: list[str]) -> bool:
    """Whether the tests pass on the copy in a folder."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--no-header", *tests]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, check=False, env={"PYTHONPATH": str(folder), **os.environ}
    )
    return done.returncode == 0


def main() -> int:
    """Prints the survivors of each module, and how many changes were noticed."""
    for name in sys.argv[1:] or list(TESTS):
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            for part in ("ceasetimeline", "tests", "pyproject.toml"):
                source = ROOT / part
                (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / part)
            module = folder / "ceasetimeline" / f"{name}.py"
            tree = ast.parse(module.read_text(encoding="utf-8"))
            noticed = total = 0
            for line, mutant in changes(tree):
                module.write_text(ast.unparse(mutant), encoding="utf-8")
                total += 1
                if run(folder, TESTS[name]):
                    print(f"{name}.py:{line}: survived", flush=True)
                else:
                    noticed += 1
            print(f"{name}: {noticed} of {total} changes noticed", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
