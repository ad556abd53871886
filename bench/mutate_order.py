"""Mutation run on the ordering: how many small faults the tests notice.

    python -m bench.mutate_order [--every N] [--examples N] [--lives FILE] [MODULE ...]

Each mutant changes one comparison, operator, number, boolean or condition of one module, in a process of its own in
which the tests of that module run and should fail. Mutants that live are printed with their place; given the file of
an earlier run, only those are tried again. With fewer examples for each property a run notices fewer mutants, sooner.

A mutant may also make a loop endless. Every test is timed on the code as it is, in seconds of processor time (which a
busy machine does not stretch), and may take five times as long and two seconds more on a mutant; the process ends
there, and the mutant counts as noticed.

The processes part after the tests were collected: the code of a function is exchanged in place. Only a mutant outside
all functions, or in one that is called while the module is imported, costs a collection of its own. A process ends at
the first test that fails; those that noticed most mutants so far run first, and among others the quick ones.
"""

from __future__ import annotations

import argparse
import ast
import gc
import importlib.abc
import importlib.util
import json
import os
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOM = ROOT / "ceasetimeline" / "order"
ORDER = (
    "tests/unit/order/test_reduction.py",
    "tests/unit/order/test_order.py",
    "tests/unit/order/test_seed.py",
    "tests/unit/order/test_outcome.py",
    "tests/unit/order/test_statements.py",
    "tests/unit/order/test_query.py",
    "tests/unit/order/test_precedence.py",
    "tests/unit/order/test_coded.py",
    "tests/property/test_order_network.py",
    "tests/property/test_order_oracle.py",
    "tests/property/test_order_laws.py",
    "tests/property/test_order_solutions.py",
)
PUBLICATION = ("tests/unit/order/test_publication.py", "tests/unit/order/test_elsewhere.py")
TESTS: dict[str, Sequence[str]] = {
    **dict.fromkeys(("acceptance", "conflicts", "graph", "network", "outcome", "precedence", "query"), ORDER),
    **dict.fromkeys(("reduction", "seed", "solving", "statements", "tighten"), ORDER),
    "coded": ORDER[:8],
    **dict.fromkeys(("elsewhere", "publication"), PUBLICATION),
}
"""The modules of the room, and the tests that are about them beside the examples in the module itself."""

SLOWER = 5
EXTRA = 2.0
"""A test may take so many times as long on a mutant as on the code as it is, and so many seconds more."""
MEMORY = 4 << 30
LEFT_OUT = (
    "tests/property/test_order_laws.py::test_the_hash_seed_changes_nothing",
    f"{PUBLICATION[0]}::test_the_articles_beside_it_date_a_seed_article_to_three_days",
    f"{PUBLICATION[0]}::test_the_seed_articles_are_as_wide_as_their_text",
)
"""Tests that start processes of their own, in which nothing is exchanged, or need data that is not shipped."""
Mutant = tuple[str, str, bool]
"""The place of a fault, the code of the module that has it, and whether it lies inside a function."""

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

    def __init__(self, wanted: int, at_import: frozenset[str]) -> None:
        self.wanted = wanted
        self.at_import = at_import
        self.count = 0
        self.place = ""
        self.depth = 0
        self.inside = False

    def hit(self, node: ast.AST, what: str) -> bool:
        self.count += 1
        if self.count - 1 == self.wanted:
            self.place = f"{getattr(node, 'lineno', 0)}: {what}"
            self.inside = self.depth > 0
            return True
        return False

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        node.body = [self.visit(one) for one in node.body]
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        body = node.body[1:] if ast.get_docstring(node) else node.body
        deeper = node.name not in self.at_import
        self.depth += deeper
        node.body = [self.visit(one) for one in body] or [ast.Pass()]
        self.depth -= deeper
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


def mutants(source: str) -> Iterator[Mutant]:
    at_import = _called_at_import(ast.parse(source))
    counter = Mutator(-1, at_import)
    counter.visit(ast.parse(source))
    for wanted in range(counter.count):
        mutator = Mutator(wanted, at_import)
        tree = ast.fix_missing_locations(mutator.visit(ast.parse(source)))
        yield mutator.place, ast.unparse(tree), mutator.inside


def _called_at_import(module: ast.Module) -> frozenset[str]:
    """The functions that the statements of a module call while it is imported."""
    statements = [node for node in module.body if not isinstance(node, ast.FunctionDef | ast.ClassDef)]
    calls = [node for one in statements for node in ast.walk(one) if isinstance(node, ast.Call)]
    return frozenset(call.func.id for call in calls if isinstance(call.func, ast.Name))


class Swapped(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module from other code than its file."""

    def __init__(self, name: str, code: str) -> None:
        self.name = name
        self.code = code

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        return importlib.util.spec_from_loader(fullname, self) if fullname == self.name else None

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self.code, self.name, "exec"), module.__dict__)


class Tests:
    """A run of the tests that, once they are collected and timed, goes on in a process of its own for each mutant.

    Without mutants it is a run on a module that was exchanged before it was imported.
    """

    def __init__(self, name: str, todo: Sequence[tuple[str, str]], workers: int) -> None:
        self.name, self.todo, self.workers = name, todo, workers
        self.usual: dict[str, float] = {}
        self.noticed: Counter[str] = Counter()
        self.pipe = os.pipe()
        self.lives: list[str] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        """Starts all mutants from here; in their processes the tests then run as usual."""
        if not self.todo:
            return None
        self.usual = _usual_times(session)
        running: dict[int, str] = {}
        for place, code in [*self.todo, *[("", "")] * self.workers]:
            while len(running) >= self.workers or (not code and running):
                self._ended(*os.wait(), running)
            if code:
                child = os.fork()
                if not child:
                    self.todo = ()
                    session.items.sort(key=lambda item: (-self.noticed[item.nodeid], self.usual[item.nodeid]))
                    _exchange(f"ceasetimeline.order.{self.name}", code)
                    return None
                running[child] = place
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Tells the process that counts which test noticed the mutant."""
        if report.failed:
            os.write(self.pipe[1], f"{report.nodeid}\n".encode())

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        """Ends the process in a test that takes much longer than it should."""
        signal.setitimer(signal.ITIMER_VIRTUAL, EXTRA + SLOWER * self.usual.get(item.nodeid, SLOWER))
        try:
            return (yield)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    def _ended(self, child: int, status: int, running: dict[int, str]) -> None:
        place = running.pop(child)
        if not status:
            self.lives.append(place)
            print(f"    lives: {self.name}.py:{place}", file=sys.stderr, flush=True)
        elif os.WIFEXITED(status):
            self.noticed.update(os.read(self.pipe[0], 4096).decode().split("\n")[:-1])
        elif os.WIFSIGNALED(status):
            print(f"    ended by {signal.Signals(os.WTERMSIG(status)).name}: {place}", file=sys.stderr, flush=True)


def _usual_times(session: pytest.Session) -> dict[str, float]:
    """The processor time of every test on the code as it is; ends the run where one fails."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        taken = {}
        for item, following in zip(session.items, [*session.items[1:], None], strict=True):
            start = time.process_time()
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            taken[item.nodeid] = time.process_time() - start
        os.write(write, json.dumps(taken).encode())
        os._exit(bool(session.testsfailed))
    os.close(write)
    with os.fdopen(read) as pipe:
        lines = pipe.read()
    if os.waitpid(child, 0)[1]:
        pytest.exit("the tests fail on the code as it is; there is nothing to measure", returncode=1)
    usual: dict[str, float] = json.loads(lines)
    return usual


def _exchange(name: str, code: str) -> None:
    """Gives the functions of a module that is in use the code of a mutant."""
    new: dict[str, CodeType] = {}
    waiting = [compile(code, name, "exec")]
    while waiting:
        for const in waiting.pop().co_consts:
            if isinstance(const, CodeType):
                new[const.co_qualname] = const
                waiting.append(const)
    for function in gc.get_objects():
        if isinstance(function, FunctionType) and function.__module__ == name and function.__qualname__ in new:
            function.__code__ = new[function.__qualname__]


def run(name: str, todo: Sequence[tuple[str, str]], workers: int, *, whole: str = "") -> tuple[int, list[str]]:
    """The exit code of the tests, and the places of the mutants of one module that they do not notice.

    ``whole``: the code that is imported in place of the module.
    """
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        if whole:
            sys.meta_path.insert(0, Swapped(f"ceasetimeline.order.{name}", whole))
        tests = Tests(name, todo, workers)
        # Collecting the examples of a module imports it from its file: not where other code is in its place.
        where = [*TESTS[name], *([] if whole else [f"ceasetimeline/order/{name}.py"])]
        skipped = [f"--deselect={test}" for test in LEFT_OUT]
        code = int(pytest.main(["-x", "-q", "-s", "-p", "no:cacheprovider", *skipped, *where], plugins=[tests]))
        if tests.todo:
            os.write(write, json.dumps(tests.lives).encode())
        os._exit(code)
    os.close(write)
    with os.fdopen(read) as pipe:
        lives = pipe.read()
    return os.waitpid(child, 0)[1], json.loads(lives or "[]")


def survivors(name: str, todo: Sequence[Mutant], workers: int) -> list[str]:
    """The places of the mutants of one module that the tests do not notice."""
    inside = [mutant for mutant in todo if mutant[2]]
    lives: list[str] = []
    if inside:
        status, lives = run(name, [mutant[:2] for mutant in inside], workers)
        if status:
            sys.exit("the tests fail on the code as it is; there is nothing to measure")
    for place, code, is_inside in todo:
        if not is_inside and not run(name, (), workers, whole=code)[0]:
            lives.append(place)
    return sorted(lives, key=lambda place: int(place.split(":")[0]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else "")
    parser.add_argument("modules", nargs="*", default=sorted(TESTS))
    parser.add_argument("--every", type=int, default=1, help="take one mutant of so many")
    parser.add_argument("--first", type=int, default=0, help="the number of the mutant to begin with")
    parser.add_argument("--examples", type=int, default=60, help="examples for each property")
    parser.add_argument("--lives", help="the output of an earlier run: try again what lived in it")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    os.chdir(ROOT)
    os.nice(2)
    os.environ["CEASETIMELINE_EXAMPLES"] = str(options.examples)
    again = Path(options.lives).read_text(encoding="utf-8") if options.lives else ""
    killed = total = 0
    for name in options.modules:
        todo = list(mutants((ROOM / f"{name}.py").read_text(encoding="utf-8")))[options.first :: options.every]
        todo = [mutant for mutant in todo if not again or f"lives: {name}.py:{mutant[0]}\n" in again]
        lives = survivors(name, todo, options.workers)
        killed, total = killed + len(todo) - len(lives), total + len(todo)
        print(f"{name}: {len(todo) - len(lives)} of {len(todo)} killed", flush=True)
        for place in lives:
            print(f"    lives: {name}.py:{place}", flush=True)
    print(f"kill rate {100 * killed / max(total, 1):.1f} % ({killed} of {total})")


if __name__ == "__main__":
    main()
