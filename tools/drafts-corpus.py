#!/usr/bin/env python3
"""Reads real documents as drafts, those of tools/extraction-corpus.py, and says what became of each.

    tools/drafts-corpus.py target/debug/preau [folder]
"""

import importlib.util, json, os, pathlib, subprocess, sys, tempfile, time

KINDS = ["docx", "odt", "fodt", "html", "md"]


def corpus():
    path = pathlib.Path(__file__).with_name("extraction-corpus.py")
    spec = importlib.util.spec_from_file_location("corpus", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main():
    program = os.path.abspath(sys.argv[1])
    default = pathlib.Path(tempfile.gettempdir()) / "extraction-corpus"
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else default
    files = [path for path in corpus().fetch(folder) if path.suffix[1:].lower() in KINDS]
    table, slow = {}, 0.0
    for path in files:
        started = time.monotonic()
        with tempfile.TemporaryDirectory() as own:
            command = [program, "extract", str(path.absolute()), "--draft", "--name", path.name]
            ran = subprocess.run(command, cwd=own, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        slow = max(slow, time.monotonic() - started)
        answer = json.loads(ran.stdout) if ran.returncode == 0 else {"Err": "died"}
        state = "read" if "Ok" in answer else answer["Err"]
        kind = table.setdefault(path.suffix[1:].lower(), {})
        kind[state] = kind.get(state, 0) + 1
        if state not in ("read", "empty"):
            print(f"{state:12} {path.name}")
        for lost in answer.get("Ok", {}).get("lost", []):
            counts = table.setdefault("lost", {})
            counts[lost["kind"]] = counts.get(lost["kind"], 0) + lost["count"]
    for kind, states in sorted(table.items()):
        print(kind, ", ".join(f"{state} {count}" for state, count in sorted(states.items())))
    print(f"{len(files)} files, the slowest {slow:.1f} s")


main()
