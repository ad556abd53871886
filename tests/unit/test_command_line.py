"""The command line: data on standard output, one-line messages on standard error, honest exit codes, whole files."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import types
from collections.abc import Sequence
from pathlib import Path

import pytest

from ceasetimeline.__main__ import main
from ceasetimeline.timeline import Timeline

ROWS = [
    {"id": "a1", "text": "Hamas rejected the proposal on Sunday.", "published": "2025-07-08", "source": "Wire A"},
    {"id": "a2", "text": "Israel accepted the proposal on Monday.", "published": "2025-07-08", "source": "Daily B"},
]
MENTIONS = [
    {
        "id": "m1",
        "article": "a1",
        "type": "rejection",
        "start": 6,
        "end": 14,
        "quote": "rejected",
        "roles": {"agent": ["Hamas"]},
    },
    {
        "id": "m2",
        "article": "a2",
        "type": "acceptance",
        "start": 7,
        "end": 15,
        "quote": "accepted",
        "roles": {"agent": ["Israel"]},
    },
]
Shell = pytest.CaptureFixture[str]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    return path


@pytest.fixture
def saved(articles: Path, tmp_path: Path, capsys: Shell) -> Path:
    path, mentions = tmp_path / "timeline.json", tmp_path / "mentions.json"
    mentions.write_text(json.dumps(MENTIONS))
    assert main(["build", str(articles), "-o", str(path), "--mentions", str(mentions)]) == 0
    capsys.readouterr()
    return path


class TestBuild:
    def test_writes_the_timeline(self, saved: Path) -> None:
        timeline = Timeline.load(saved)
        assert [article.id for article in timeline.articles] == ["a1", "a2"]
        assert {event.type for event in timeline.events} == {"rejection", "acceptance"}

    def test_prints_it_where_no_file_is_named(self, articles: Path, capsys: Shell) -> None:
        assert main(["build", str(articles)]) == 0
        assert "Hamas" in capsys.readouterr().out
        assert main(["build", str(articles), "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["schema"] == "ceasetimeline/1"

    def test_keeps_the_events_that_are_asked_for(self, articles: Path, capsys: Shell) -> None:
        assert main(["build", str(articles), "--json", "--actor", "Hamas", "--since", "2025-07-01"]) == 0
        assert [event["type"] for event in json.loads(capsys.readouterr().out)["events"]] == ["rejection"]

    @pytest.mark.parametrize(
        ("options", "types"),
        [
            (["--until", "2025-07-01"], []),
            (["--until", "2025-07-06"], ["rejection"]),
            (["--since", "2025-07-07"], ["acceptance"]),
            (["--since", "2025-07-06", "--until", "2025-07-07"], ["rejection", "acceptance"]),
            (["--actor", "Qatar"], []),
            (["--type", "acceptance"], ["acceptance"]),
            (["--realis", "planned"], []),
            (["--source", "Wire A"], ["rejection"]),
        ],
    )
    def test_options_choose_events(
        self, options: list[str], types: list[str], articles: Path, saved: Path, capsys: Shell
    ) -> None:
        assert main(["build", str(articles), "--mentions", str(saved), "--json", *options]) == 0
        assert [event["type"] for event in json.loads(capsys.readouterr().out)["events"]] == types
        assert main(["export", str(saved), "--format", "json", *options]) == 0
        assert [event["type"] for event in json.loads(capsys.readouterr().out)["events"]] == types

    def test_known_events_date_an_undated_article(self, tmp_path: Path, capsys: Shell) -> None:
        path, known = tmp_path / "a.jsonl", tmp_path / "known.json"
        path.write_text(json.dumps({"id": "a", "text": "Since the 12-day war, Hamas rejected the proposal."}))
        known.write_text('[{"names": ["the 12-day war"], "start": "2025-06-13", "end": "2025-06-24"}]')
        assert main(["build", str(path), "--json", "--known-events", str(known)]) == 0
        [article] = json.loads(capsys.readouterr().out)["articles"]
        assert article["published_bounds"][0] is not None
        known.write_text('{"names": []}')
        assert main(["build", str(path), "--known-events", str(known)]) == 2
        assert "a list of events is needed" in capsys.readouterr().err

    def test_overrides_correct_a_date(self, articles: Path, tmp_path: Path, capsys: Shell) -> None:
        corrections = tmp_path / "corrections.toml"
        corrections.write_text(
            '[[override]]\naction = "date"\nmentions = [{article = "a1", quote = "rejected"}]\n'
            "start = 2025-07-05\nend = 2025-07-05\n"
        )
        assert main(["build", str(articles), "--json", "--overrides", str(corrections), "--actor", "Hamas"]) == 0
        [event] = json.loads(capsys.readouterr().out)["events"]
        assert event["bounds"]["start"] == ["2025-07-05", "2025-07-05"]
        corrections.write_text("[[override]\n")
        assert main(["build", str(articles), "--overrides", str(corrections)]) == 1
        assert "not TOML" in capsys.readouterr().err

    def test_workers_change_nothing(self, tmp_path: Path, capsys: Shell) -> None:
        path = tmp_path / "many.jsonl"
        path.write_text("".join(json.dumps(ROWS[0] | {"id": f"a{n}", "source": f"s{n}"}) + "\n" for n in range(40)))
        shown = []
        for workers in ("1", "2"):
            assert main(["build", str(path), "--json", "--workers", workers]) == 0
            shown.append(capsys.readouterr().out)
        assert shown[0] == shown[1]

    def test_a_bar_is_shown_where_somebody_watches(
        self, articles: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shell
    ) -> None:
        asked: list[object] = []

        def tqdm(readings: Sequence[object], **options: object) -> Sequence[object]:
            asked.append((len(readings), options["desc"]))
            return readings

        module = types.ModuleType("tqdm.auto")
        module.tqdm = tqdm  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "tqdm.auto", module)
        assert main(["build", str(articles)]) == 0
        assert asked == []
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
        assert main(["build", str(articles)]) == 0
        assert asked == [(2, "reading")]

    @pytest.mark.parametrize("suffix", [".csv", ".graphml", ".html", ".ics", ".md"])
    def test_writes_other_formats_by_suffix(self, articles: Path, tmp_path: Path, suffix: str) -> None:
        assert main(["build", str(articles), "-o", str(tmp_path / f"out{suffix}")]) == 0
        assert (tmp_path / f"out{suffix}").stat().st_size > 0

    def test_can_leave_out_the_texts(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        path.write_text(
            json.dumps(ROWS[0] | {"text": "Nobody cites this line.\nHamas rejected the proposal on Sunday."})
        )
        assert main(["build", str(path), "-o", str(tmp_path / "t.json"), "--no-text"]) == 0
        content = (tmp_path / "t.json").read_text()
        assert "Nobody cites" not in content
        assert "Hamas rejected the proposal" in content

    def test_says_that_something_was_left_out(self, articles: Path, tmp_path: Path, capsys: Shell) -> None:
        articles.write_text(articles.read_text() + "broken\n")
        out = str(tmp_path / "t.json")
        assert main(["build", str(articles), "-o", out]) == 0
        assert "articles.jsonl, line 3: not JSON" in capsys.readouterr().err
        assert main(["build", str(articles), "-o", out, "--strict"]) == 3

    def test_nothing_usable_is_1(self, tmp_path: Path, capsys: Shell) -> None:
        (tmp_path / "a.jsonl").write_text("broken\n")
        assert main(["build", str(tmp_path / "a.jsonl"), "-o", str(tmp_path / "t.json")]) == 1
        assert not (tmp_path / "t.json").exists()
        assert "no article could be used" in capsys.readouterr().err

    def test_columns_and_encodings_can_be_given(self, tmp_path: Path, capsys: Shell) -> None:
        path = tmp_path / "a.csv"
        path.write_bytes("Volltext,date\nHamas a rejeté… Hamas rejected the plan.,2025-07-08\n".encode("cp1252"))
        assert main(["build", str(path), "--json", "--column", "text=Volltext", "--encoding", "cp1252"]) == 0
        assert "rejeté" in json.loads(capsys.readouterr().out)["articles"][0]["text"]
        assert main(["build", str(path), "--column", "text"]) == 2
        assert "FIELD=NAME" in capsys.readouterr().err


class TestOutputs:
    def refused(self, capsys: Shell, *argv: str) -> str:
        assert main(list(argv)) == 2
        err = capsys.readouterr().err
        assert err.count("\n") == 1
        assert "Traceback" not in err
        return err

    def test_a_folder(self, articles: Path, tmp_path: Path, capsys: Shell) -> None:
        assert "is a folder" in self.refused(capsys, "build", str(articles), "-o", str(tmp_path), "--format", "json")

    def test_a_folder_that_is_not_there(self, articles: Path, tmp_path: Path, capsys: Shell) -> None:
        assert "does not exist" in self.refused(capsys, "build", str(articles), "-o", str(tmp_path / "no" / "t.json"))

    def test_a_suffix_that_says_nothing(self, articles: Path, tmp_path: Path, capsys: Shell) -> None:
        assert "known are .json" in self.refused(capsys, "build", str(articles), "-o", str(tmp_path / "t.docx"))

    def test_another_file_is_kept_unless_forced(self, articles: Path, tmp_path: Path, capsys: Shell) -> None:
        before = articles.read_bytes()
        assert "--force" in self.refused(capsys, "build", str(articles), "-o", str(articles), "--format", "json")
        assert articles.read_bytes() == before
        other = tmp_path / "notes.json"
        other.write_text("{}")
        assert main(["build", str(articles), "-o", str(other), "--force"]) == 0
        assert Timeline.load(other).events

    def test_a_saved_timeline_may_be_written_again(self, articles: Path, saved: Path) -> None:
        assert main(["build", str(articles), "-o", str(saved)]) == 0

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
    def test_a_folder_without_permission(self, articles: Path, tmp_path: Path, capsys: Shell) -> None:
        closed = tmp_path / "closed"
        closed.mkdir(mode=0o500)
        assert "cannot be written" in self.refused(capsys, "build", str(articles), "-o", str(closed / "t.json"))

    def test_the_target_of_a_link_is_written_and_nothing_is_left_behind(self, articles: Path, tmp_path: Path) -> None:
        real, link = tmp_path / "real.json", tmp_path / "link.json"
        link.symlink_to(real)
        assert main(["build", str(articles), "-o", str(link)]) == 0
        assert link.is_symlink()
        assert Timeline.load(real).events
        assert not [path for path in tmp_path.iterdir() if path.name.endswith(".part")]

    def test_a_disk_that_fails_leaves_the_old_file(
        self, articles: Path, saved: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shell
    ) -> None:
        before = saved.read_bytes()

        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        assert "No space left" in self.refused(capsys, "build", str(articles), "-o", str(saved))
        assert saved.read_bytes() == before
        assert not [path for path in saved.parent.iterdir() if path.name.endswith(".part")]


class TestInputs:
    @pytest.mark.parametrize(
        "argv",
        [
            ["build", "no-such-file.jsonl"],
            ["build", "{articles}", "--mentions", "no-such-file"],
            ["build", "{articles}", "--known-events", "no-such-file"],
            ["build", "{articles}", "--lexicon", "no-such-file"],
            ["build", "{articles}", "--overrides", "no-such-file"],
            ["build", "{articles}", "--since", "yesterday"],
            ["times", "last week", "--published", "some day"],
            ["explain", "{saved}", "no-such-id"],
            ["explain", "no-such-file", "e1"],
            ["export", "{saved}"],
            ["export"],
            ["export", "{saved}", "--format", "graphlm"],
            ["build", "{articles}", "--workers", "0"],
            ["build", "{articles}", "--workers", "many"],
            ["build", "{articles}", "--languages", "xx"],
            ["build", "{articles}", "--no-such-option"],
            ["build", "{articles}", "--week-start", "friday"],
            ["export", "{saved}", "--format", "csv", "--rows", "cells"],
            ["validate"],
            ["diff", "{saved}"],
            ["completion", "tcsh"],
            ["no-such-command"],
            ["build"],
            [],
        ],
    )
    def test_a_wrong_command_is_2_and_one_line(
        self, argv: list[str], articles: Path, saved: Path, capsys: Shell
    ) -> None:
        filled = [word.format(articles=articles, saved=saved) for word in argv]
        assert main(filled) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.startswith("ceasetimeline: error: ")
        assert captured.err.count("\n") == 1

    @pytest.mark.parametrize("content", ["{}", "[" * 100_000, '{"schema": "ceasetimeline/9"}', "\x80pickle"])
    def test_a_file_that_is_no_timeline_is_1(self, content: str, tmp_path: Path, capsys: Shell) -> None:
        path = tmp_path / "t.json"
        path.write_text(content, encoding="latin-1")
        assert main(["explain", str(path), "e1"]) == 1
        assert capsys.readouterr().err.startswith("ceasetimeline: error: $")


class TestOtherCommands:
    def test_demo_shows_and_saves_a_timeline(self, tmp_path: Path, capsys: Shell) -> None:
        assert main(["demo", "-o", str(tmp_path / "demo.json")]) == 0
        shown = capsys.readouterr()
        assert "“" in shown.out
        assert "ceasetimeline explain" in shown.err
        assert len(Timeline.load(tmp_path / "demo.json").articles) >= 24

    def test_times_marks_what_it_finds(self, capsys: Shell) -> None:
        assert main(["times", "They met last week.", "--published", "2025-07-08"]) == 0
        out = capsys.readouterr().out
        assert "They met [last week]." in out
        assert "2025-06-30 to 2025-07-06" in out
        assert main(["times", "They met last week.", "--published", "2025-07-08", "--json"]) == 0
        assert json.loads(capsys.readouterr().out)[0]["days"] == ["2025-06-30", "2025-07-06"]
        assert main(["times", "nothing here"]) == 0

    def test_times_are_bold_on_a_terminal(self, monkeypatch: pytest.MonkeyPatch, capsys: Shell) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        monkeypatch.delenv("NO_COLOR", raising=False)
        assert main(["times", "They met last week.", "--published", "2025-07-08"]) == 0
        assert "They met \x1b[1mlast week\x1b[0m." in capsys.readouterr().out
        monkeypatch.setenv("NO_COLOR", "1")
        assert main(["times", "They met last week.", "--published", "2025-07-08"]) == 0
        assert "\x1b" not in capsys.readouterr().out

    def test_times_of_standard_input_and_of_another_language(
        self, monkeypatch: pytest.MonkeyPatch, capsys: Shell
    ) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO("Se reunieron el lunes pasado.\x1b[31m"))
        assert main(["times", "-", "--published", "2025-07-08", "--languages", "es"]) == 0
        out = capsys.readouterr().out
        assert "2025-07-07" in out
        assert "\x1b" not in out

    def test_explain_cites_the_sentence(self, saved: Path, capsys: Shell) -> None:
        event = next(event for event in Timeline.load(saved).events if event.type == "rejection")
        assert main(["explain", str(saved), event.id]) == 0
        assert "Sunday" in capsys.readouterr().out
        assert main(["explain", str(saved), event.id, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["steps"]

    def test_export_to_a_file_and_to_the_terminal(self, saved: Path, tmp_path: Path, capsys: Shell) -> None:
        assert main(["export", str(saved), "-o", str(tmp_path / "t.csv"), "--rows", "mentions"]) == 0
        assert main(["export", str(saved), "--format", "dot"]) == 0
        assert capsys.readouterr().out.startswith("digraph")
        assert main(["export", "--list"]) == 0
        assert "graphml" in capsys.readouterr().out
        assert main(["export", "--list", "--json"]) == 0
        assert {"csv", "ical"} <= {row["name"] for row in json.loads(capsys.readouterr().out)}

    def test_diff_names_what_changed(self, articles: Path, saved: Path, tmp_path: Path, capsys: Shell) -> None:
        assert main(["diff", str(saved), str(saved)]) == 0
        assert capsys.readouterr().out == "no difference\n"
        articles.write_text(json.dumps(ROWS[0]))
        less = tmp_path / "less.json"
        main(["build", str(articles), "-o", str(less), "--mentions", str(saved)])
        capsys.readouterr()
        assert main(["diff", str(less), str(saved)]) == 0
        assert capsys.readouterr().out.startswith("+ ")
        assert main(["diff", str(saved), str(less), "--json"]) == 0
        assert [event["type"] for event in json.loads(capsys.readouterr().out)["removed"]] == ["acceptance"]

    def test_validate_names_all_faults(self, articles: Path, saved: Path, tmp_path: Path, capsys: Shell) -> None:
        assert main(["validate", str(articles), str(saved)]) == 0
        capsys.readouterr()
        table = json.loads(saved.read_text())
        table["mentions"][0]["start"] = "x"
        table["events"][1]["realis"] = "perhaps"
        broken = tmp_path / "broken.json"
        broken.write_text(json.dumps(table))
        articles.write_text(articles.read_text() + 'broken\n{"text": "x", "published": "2025-13-40"}\n')
        assert main(["validate", str(articles), str(broken), "no-such-file", "--json"]) == 1
        places = [fault["place"] for fault in json.loads(capsys.readouterr().out)]
        assert places[0] == "articles.jsonl, line 3"
        assert {"broken.json: $.mentions[0].start", "broken.json: $.events[1].realis", "no-such-file"} <= set(places)

    def test_validate_finds_loose_ends(self, saved: Path, tmp_path: Path, capsys: Shell) -> None:
        table = json.loads(saved.read_text())
        table["mentions"][0]["quote"] = "another word"
        table["events"][0]["mentions"] = ["m-none"]
        table["relations"] = [{"id": "r", "source": "e-none", "target": table["events"][0]["id"], "kind": "before"}]
        table["mentions"][1]["id"] = table["mentions"][0]["id"]
        (tmp_path / "t.json").write_text(json.dumps(table))
        assert main(["validate", str(tmp_path / "t.json")]) == 1
        out = capsys.readouterr().out
        assert all(code in out for code in ("[quote]", "[unknown-id]", "[duplicate-id]"))

    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_completion_knows_the_commands(self, shell: str, capsys: Shell) -> None:
        assert main(["completion", shell]) == 0
        out = capsys.readouterr().out
        assert "validate" in out
        assert "known-events" in out

    def test_bash_completes_commands_and_options(self, capsys: Shell) -> None:
        if shutil.which("bash") is None:
            pytest.skip("needs bash")
        assert main(["completion", "bash"]) == 0
        script = capsys.readouterr().out
        for words, wanted in (("ceasetimeline va", "validate"), ("ceasetimeline build --known", "--known-events")):
            tail = f'COMP_WORDS=({words}); COMP_CWORD={words.count(" ")}; _ceasetimeline; echo "${{COMPREPLY[@]}}"'
            done = subprocess.run(["bash", "-c", f"{script}\n{tail}"], capture_output=True, text=True, check=True)
            assert done.stdout.split() == [wanted]

    def test_ctrl_c_is_130_and_leaves_the_old_file(
        self, articles: Path, saved: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shell
    ) -> None:
        before = saved.read_bytes()

        def stopped(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("ceasetimeline.pipeline.build_timeline", stopped)
        assert main(["build", str(articles), "-o", str(saved)]) == 130
        assert capsys.readouterr().err == "ceasetimeline: stopped\n"
        assert saved.read_bytes() == before

    def test_help_and_version_are_0(self, capsys: Shell) -> None:
        assert main(["--version"]) == 0
        assert main(["build", "--help"]) == 0
        assert "ceasetimeline 0" in capsys.readouterr().out


def test_a_poor_terminal_and_a_closed_pipe(saved: Path) -> None:
    environment = {
        **os.environ,
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONIOENCODING": "ascii",
        "PYTHONCOERCECLOCALE": "0",
    }
    command = [sys.executable, "-m", "ceasetimeline", "explain", str(saved), Timeline.load(saved).events[0].id]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.wait() == 0
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
