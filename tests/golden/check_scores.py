#!/usr/bin/env python3
"""Holds extraction to its measured level: check_scores.py TRACUU

Extracts the annotated documents of the sample corpus and, where the folder is at hand, of
../shared/gold and ../shared/gold-portal; scores them with ../shared/eval/score.py against the
floors in score_floors.json. Exit status 77 (skipped) without ../shared.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
SETS = {
    "gold": (SHARED / "gold/documents", SHARED / "gold/expected"),
    "gold-portal": (SHARED / "gold-portal/documents", SHARED / "gold-portal/expected"),
    "sample": (ROOT / "corpus/sample/documents", ROOT / "corpus/sample/expected"),
}


def value(layer):
    return layer["f1"] if "f1" in layer else layer["accuracy"]


def flatten(result):
    """{layer: figure}; layers of parts become `layer.part`."""
    flat = {}
    for name, layer in result.items():
        if "f1" in layer or "accuracy" in layer:
            flat[name] = value(layer)
        else:
            flat.update({f"{name}.{part}": value(one) for part, one in layer.items()})
    return flat


def extract_and_score(program, documents, expected):
    stems = {path.stem for path in expected.glob("*.json")}
    files = sorted(p for p in documents.rglob("*") if p.suffix in {".txt", ".md"} and p.stem in stems)
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([program, "extract", "--output", out, *map(str, files)], check=True)
        score = [sys.executable, str(SHARED / "eval/score.py"), "--json", str(expected), out]
        return flatten(json.loads(subprocess.run(score, check=True, capture_output=True).stdout))


def main():
    program = sys.argv[1]
    if not (SHARED / "eval/score.py").exists():
        print("skipped: ../shared/eval/score.py is not here")
        sys.exit(77)
    floors = json.loads((ROOT / "tests/golden/score_floors.json").read_text(encoding="utf-8"))
    failures = 0
    for name, (documents, expected) in SETS.items():
        figures = extract_and_score(program, documents, expected)
        for layer, floor in floors[name].items():
            ok = figures[layer] >= floor
            failures += not ok
            print(f"{'ok  ' if ok else 'FAIL'} {name:12} {layer:32} {figures[layer]:6.2f} (floor {floor})")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
