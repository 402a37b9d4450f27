#!/usr/bin/env python3
"""Checks every source file of the repository for what compilers and formatters do not see.

Prints one line for each fault (file:line: what); exit status 1 when there is one.
The rules are the functions named `check_*`; each says in its first line what it wants.
"""
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("support/", "corpus/", "analyzers/", "indexer/", "server/", "cli/")
CODE = (".cpp", ".hpp", ".ts", ".tsx", ".mjs", ".py", ".sh")
TEXT = CODE + (".md", ".tsv", ".json", ".txt", ".css", ".html", ".svg", ".cmake", ".yml", "")
# Inputs of tests are as damaged as the test wants them.
RAW = ("tests/fixtures/", "tests/fuzz/corpus/")
GENERATED = ("web/package-lock.json", "tests/interop/package-lock.json")
TABLES = ("web/src/i18n.ts",)  # data in the form of code

MAX_LINES, MAX_TEST_LINES, MAX_FUNCTION_LINES = 400, 600, 50
MAX_CATCH_ALL = 2


def tracked():
    """Files of the repository, also those not added yet; without what is ignored."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT,
                            check=True, capture_output=True).stdout.decode()
    return sorted(name for name in set(listed.split("\0")) if name and (ROOT / name).is_file())


def check_text(name, data, report):
    """Text is UTF-8 in NFC with LF line ends, ends with one, and has no blanks before it."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        report(1, f"not UTF-8: byte {error.start}")
        return None
    if "\r" in text:
        report(text[:text.index("\r")].count("\n") + 1, "carriage return")
    if not name.startswith("corpus/sample/") and not unicodedata.is_normalized("NFC", text):
        for number, line in enumerate(text.split("\n"), 1):
            if not unicodedata.is_normalized("NFC", line):
                report(number, "not in NFC")
                break
    if name.startswith("corpus/sample/"):
        return text
    if text and not text.endswith("\n"):
        report(text.count("\n") + 1, "no line end at the end of the file")
    for number, line in enumerate(text.split("\n"), 1):
        if line != line.rstrip(" \t") and not name.endswith((".md", ".tsv")):
            report(number, "blanks at the end of the line")
        if "\t" in line and name.endswith((".cpp", ".hpp", ".py", ".ts", ".tsx")):
            report(number, "tab")
    return text


def check_size(name, lines, report):
    """Code files stay short; tables are data and may be long."""
    limit = MAX_TEST_LINES if name.startswith("tests/") else MAX_LINES
    if name.endswith(CODE) and name not in TABLES and len(lines) > limit:
        report(len(lines), f"{len(lines)} lines, at most {limit}")


def check_functions(name, lines, report):
    """Functions of the product have at most 50 lines (clang-format puts their ends in column 0/4)."""
    if not name.startswith(LAYERS) or not name.endswith((".cpp", ".hpp")):
        return
    for indent in ("", "    "):
        start = None
        for number, line in enumerate(lines, 1):
            opens = line.startswith(indent) and line[len(indent):len(indent) + 1].strip()
            if start is None and opens and re.search(r"\)[^;=]*\{$", line):
                start = number
            elif start is not None and line.rstrip(");,") == indent + "}":  # a lambda too
                if number - start > MAX_FUNCTION_LINES:
                    report(start, f"function of {number - start + 1} lines, "
                                  f"at most {MAX_FUNCTION_LINES}")
                start = None


def without_comments(line):
    return re.sub(r'"(\\.|[^"\\])*"', '""', line).split("//")[0]


def check_cpp(name, lines, report):
    """Headers guard themselves; libraries neither print nor exit nor read the environment."""
    if name.endswith(".hpp"):
        first = next((line for line in lines if line and not line.startswith("//")), "")
        if first != "#pragma once":
            report(1, "a header begins with #pragma once")
    library = name.startswith(LAYERS) and not name.startswith("cli/")
    for number, line in enumerate(lines, 1):
        code = without_comments(line)
        if name.endswith(".hpp") and re.search(r"\busing\s+namespace\b", code):
            report(number, "using namespace in a header")
        if re.search(r"\bstd::w?regex\b|#include\s*<regex>", line):
            report(number, "std::regex is not linear")
        if library and re.search(r"\bstd::(cout|cerr|clog|cin)\b", code):
            report(number, "a library does not print: only cli/ does")
        if library and re.search(
                r"(?<![\w.>:])(std::)?(exit|_exit|abort|getenv|printf|fprintf|puts|system)\s*\(", code):
            report(number, "only cli/ prints, exits and reads the environment")


def check_marks(name, lines, report):
    """Open work is an issue; nothing committed knows the machine it was written on."""
    marker = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b(?!\(?#\d+)")
    machine = re.compile(r"/(work|root|home|Users)/[\w.]")
    for number, line in enumerate(lines, 1):
        if name != "scripts/lint_sources.py" and marker.search(line) and name.endswith(CODE):
            report(number, "open work without the number of its issue")
        if name != "scripts/lint_sources.py" and machine.search(line):
            report(number, "absolute path of a machine")


PATH_LIKE = re.compile(r"^(\./)?[\w.-]+(/[\w.{},*-]+)*/?$")


def named_paths(line):
    """Things in back quotes or links that look like paths of the repository."""
    for quoted in re.findall(r"`([^`]+)`", line):
        yield from quoted.split()
    for target in re.findall(r"\]\(([^)#]+)", line):
        yield target


def expand(path):
    braces = re.search(r"\{([^{}]*)\}", path)
    if not braces:
        return [path]
    return [one for part in braces.group(1).split(",")
            for one in expand(path[:braces.start()] + part + path[braces.end():])]


def exists(path, folder):
    for base in (ROOT, folder):
        if any(True for _ in base.glob(path.rstrip("/"))):
            return True
    return False


def check_docs(name, lines, report):
    """Every path named in a Markdown file exists (globs and braces are understood)."""
    tops = {entry.name for entry in ROOT.iterdir() if entry.is_dir()}
    folder = (ROOT / name).parent
    for number, line in enumerate(lines, 1):
        for path in named_paths(line):
            path = path.rstrip(".,;:")
            if not PATH_LIKE.match(path) or "/" not in path.rstrip("/"):
                continue
            path = path.removeprefix("./")
            first = path.split("/")[0]
            generated = first in ("build", "node_modules") or path.startswith("web/dist")
            if first not in tops or generated:
                continue
            for one in expand(path):
                # A name without extension stands for its .hpp and .cpp.
                if not exists(one, folder) and not exists(one + ".?pp", folder):
                    report(number, f"names {one}, which does not exist")


def main():
    faults, catch_all = [], []
    files = tracked()
    for name in files:
        def report(line, what, name=name):
            faults.append(f"{name}:{line}: {what}")

        if name.startswith(RAW) or name in GENERATED or Path(name).suffix not in TEXT:
            continue
        text = check_text(name, (ROOT / name).read_bytes(), report)
        if text is None:
            continue
        lines = text.split("\n")[:-1]
        check_size(name, lines, report)
        if not name.startswith("corpus/sample/"):
            check_marks(name, lines, report)
        if name.endswith((".cpp", ".hpp")):
            check_cpp(name, lines, report)
            check_functions(name, lines, report)
            catch_all += [f"{name}:{number}" for number, line in enumerate(lines, 1)
                          if name.startswith(LAYERS)
                          and re.search(r"\bcatch\s*\(\s*\.\.\.\s*\)", without_comments(line))]
        if name.endswith(".md"):
            check_docs(name, lines, report)
    if len(catch_all) > MAX_CATCH_ALL:
        faults += [f"{place}: catch (...), of which the project has at most {MAX_CATCH_ALL}"
                   for place in catch_all]
    print("\n".join(faults + [f"sources: {len(files)} files, {len(faults)} faults"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
