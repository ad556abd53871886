"""Mutation run on the ordering: how many small faults the tests notice.

    python -m bench.mutate_order [--every N] [FILE ...]

Each mutant changes one comparison, operator, number, boolean or condition of one module, in a copy of the package;
the tests of ordering run on the copy and should fail. Mutants that live are printed with their place.
"""

from __future__ import annotations

import argparse
import ast
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROOM = ROOT / "ceasetimeline" / "order"
MODULES = (
    *(
        "acceptance",
        "coded",
        "conflicts",
        "graph",
        "network",
        "outcome",
        "precedence",
        "query",
        "reduction",
        "seed",
        "solving",
    ),
    *("statements", "tighten"),
)
TESTS = (
    "tests/unit/order/test_reduction.py",
    "tests/unit/order/test_order.py",
    "tests/unit/order/test_coded.py",
    "tests/property/test_order_oracle.py",
    "tests/property/test_order_laws.py",
)
COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
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
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}


class Mutator(ast.NodeTransformer):
    """Applies the mutation with one number, and counts them all."""

    def __init__(self, wanted: int) -> None:
        self.wanted = wanted
        self.count = 0
        self.place = ""

    def hit(self, node: ast.AST, what: str) -> bool:
        self.count += 1
        if self.count - 1 == self.wanted:
            self.place = f"{getattr(node, 'lineno', 0)}: {what}"
            return True
        return False

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        node.body = [self.visit(one) for one in node.body]
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        body = node.body[1:] if ast.get_docstring(node) else node.body
        node.body = [self.visit(one) for one in body] or [ast.Pass()]
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        for at, operator in enumerate(node.ops):
            swapped = COMPARISONS[type(operator)]
            if self.hit(node, f"{type(operator).__name__} -> {swapped.__name__} in {ast.unparse(node)}"):
                node.ops[at] = swapped()
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        swapped = OPERATORS.get(type(node.op))
        if swapped and self.hit(node, f"{type(node.op).__name__} -> {swapped.__name__} in {ast.unparse(node)}"):
            node.op = swapped()
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        self.generic_visit(node)
        if self.hit(node, f"and <-> or in {ast.unparse(node)}"):
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.op, ast.Not | ast.USub) and self.hit(node, f"dropped in {ast.unparse(node)}"):
            return node.operand
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if isinstance(node.value, bool):
            if self.hit(node, f"{node.value} -> {not node.value}"):
                return ast.copy_location(ast.Constant(not node.value), node)
        elif isinstance(node.value, int) and self.hit(node, f"{node.value} -> {node.value + 1}"):
            return ast.copy_location(ast.Constant(node.value + 1), node)
        return node

    def visit_If(self, node: ast.If) -> ast.AST:
        self.generic_visit(node)
        if "TYPE_CHECKING" not in ast.unparse(node.test) and self.hit(node, f"if True: {ast.unparse(node.test)}"):
            node.test = ast.Constant(True)
        return node

    def visit_Continue(self, node: ast.Continue) -> ast.AST:
        return ast.copy_location(ast.Break(), node) if self.hit(node, "continue -> break") else node


def mutants(source: str) -> Iterator[tuple[str, str]]:
    counter = Mutator(-1)
    counter.visit(ast.parse(source))
    for wanted in range(counter.count):
        mutator = Mutator(wanted)
        tree = ast.fix_missing_locations(mutator.visit(ast.parse(source)))
        yield mutator.place, ast.unparse(tree)


def dies(copy: Path, name: str, code: str) -> bool:
    """Whether the tests notice one mutant in a copy of the checkout."""
    target = copy / "ceasetimeline" / "order" / f"{name}.py"
    original = target.read_text(encoding="utf-8")
    target.write_text(code, encoding="utf-8")
    try:
        command = [sys.executable, "-B", "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *TESTS]
        env = {**os.environ, "PYTHONPATH": str(copy), "MUTANT": "1"}
        return bool(
            subprocess.run(command, cwd=copy, env=env, capture_output=True, timeout=120, check=False).returncode
        )
    except subprocess.TimeoutExpired:
        return True
    finally:
        target.write_text(original, encoding="utf-8")


def copied(number: int, parent: Path) -> Path:
    copy = parent / str(number)
    for part in ("ceasetimeline", "tests"):
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__", "*.html"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else "")
    parser.add_argument("modules", nargs="*", default=MODULES)
    parser.add_argument("--every", type=int, default=1, help="take one mutant of so many")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copies = [copied(number, Path(folder)) for number in range(options.workers)]
        killed = total = 0
        for name in options.modules:
            todo = list(mutants((ROOM / f"{name}.py").read_text(encoding="utf-8")))[:: options.every]
            chunks = [todo[number :: len(copies)] for number in range(len(copies))]

            def run(pair: tuple[Path, list[tuple[str, str]]], name: str = name) -> list[tuple[str, bool]]:
                copy, part = pair
                return [(place, dies(copy, name, code)) for place, code in part]

            with ThreadPoolExecutor(len(copies)) as pool:
                results = [one for part in pool.map(run, zip(copies, chunks, strict=True)) for one in part]
            died = sum(dead for _, dead in results)
            killed, total = killed + died, total + len(results)
            print(f"{name}: {died} of {len(results)} killed", flush=True)
            for place, dead in results:
                if not dead:
                    print(f"    lives: {name}.py:{place}", flush=True)
        print(f"kill rate {100 * killed / max(total, 1):.1f} % ({killed} of {total})")


if __name__ == "__main__":
    main()
