"""Mutation run on the ordering: how many small faults the tests notice.

    python -m bench.mutate_order [--every N] [FILE ...]

Each mutant changes one comparison, operator, number, boolean or condition of one module, in a process of its own in
which the tests of ordering run and should fail. Mutants that live are printed with their place.
"""

from __future__ import annotations

import argparse
import ast
import importlib.abc
import importlib.util
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

# Loaded once, before the processes part; nothing of the package itself is, so that every mutant is imported anew.
import msgspec  # noqa: F401
import networkx  # noqa: F401
import pytest

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
TIMEOUT = 150
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


class Swapped(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module from other code than its file."""

    def __init__(self, name: str, code: str) -> None:
        self.name = name
        self.code = code

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        return importlib.util.spec_from_loader(fullname, self) if fullname == self.name else None

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self.code, self.name, "exec"), module.__dict__)


def started(name: str, code: str, tests: Sequence[str]) -> int:
    """The id of a process in which the tests run on a mutant; it ends with 0 if they notice nothing."""
    child = os.fork()
    if child:
        return child
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    signal.alarm(TIMEOUT)
    sys.meta_path.insert(0, Swapped(f"ceasetimeline.order.{name}", code))
    os._exit(int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", *tests])))


def survivors(name: str, todo: list[tuple[str, str]], workers: int, tests: Sequence[str]) -> list[str]:
    """The places of the mutants of one module that the tests do not notice."""
    running: dict[int, str] = {}
    lives = []
    for place, code in [*todo, *[("", "")] * workers]:
        while len(running) >= workers or (not code and running):
            child, status = os.wait()
            done = running.pop(child)
            if not status:
                lives.append(done)
            elif os.WIFSIGNALED(status):
                print(f"    stopped after {TIMEOUT} s: {name}.py:{done}", flush=True)
        if code:
            running[started(name, code, tests)] = place
    return sorted(lives)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else "")
    parser.add_argument("modules", nargs="*", default=MODULES)
    parser.add_argument("--every", type=int, default=1, help="take one mutant of so many")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--quick", action="store_true", help="run only the first tests: a lower bound, sooner")
    options = parser.parse_args()
    tests = TESTS[:3] if options.quick else TESTS
    os.chdir(ROOT)
    if not survivors("conflicts", [("as it is", (ROOM / "conflicts.py").read_text(encoding="utf-8"))], 1, tests):
        sys.exit("the tests fail on the code as it is; there is nothing to measure")
    killed = total = 0
    for name in options.modules:
        todo = list(mutants((ROOM / f"{name}.py").read_text(encoding="utf-8")))[:: options.every]
        lives = survivors(name, todo, options.workers, tests)
        killed, total = killed + len(todo) - len(lives), total + len(todo)
        print(f"{name}: {len(todo) - len(lives)} of {len(todo)} killed", flush=True)
        for place in lives:
            print(f"    lives: {name}.py:{place}", flush=True)
    print(f"kill rate {100 * killed / max(total, 1):.1f} % ({killed} of {total})")


if __name__ == "__main__":
    main()
