"""Sets pdftotext and pdfplumber beside what the bench says. Run by tests/pdf/speed."""

import re
import subprocess
import sys
import time

import pdfplumber

UNITS = {"ns": 1e-6, "µs": 1e-3, "ms": 1, "s": 1000}


def milliseconds(work, rounds):
    def once():
        start = time.perf_counter()
        work()
        return 1000 * (time.perf_counter() - start)

    return min(once() for _ in range(rounds))


def poppler(file):
    subprocess.run(["pdftotext", "-layout", file, "-"], check=True, stdout=subprocess.DEVNULL)


def plumber(file):
    with pdfplumber.open(file) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()


def own(lines, file):
    line = next(line for line in lines if file in line)
    found = re.search(re.escape(file) + r"\s+([\d.]+) (ns|µs|ms|s)", line)
    return float(found[1]) * UNITS[found[2]]


lines = sys.stdin.readlines()
print(f"{'file':<62} {'own ms':>8} {'pdftotext':>14} {'pdfplumber':>16}")
for file in sys.argv[1:]:
    mine = own(lines, file)
    others = [milliseconds(lambda: poppler(file), 10), milliseconds(lambda: plumber(file), 2)]
    ratios = " ".join(f"{other:>8.0f} {other / mine:>4.1f} ×" for other in others)
    print(f"{file.rsplit('/', 1)[-1]:<62} {mine:>8.1f} {ratios}")
