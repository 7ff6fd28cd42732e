"""Finds the errors that a cell reported as if they were results."""

import re

ANSI = re.compile(r"\x1b\[[0-9;]*m")
SIGNS = [
    # A stack trace that was printed, or an Error as the cell's value.
    (re.compile(r"^\s*(?:Uncaught |error: )*(\w*Error: .*)\n\s+at ", re.M), "an error: {}"),
    (re.compile(r"Promise \{\s*<rejected>\s*(.*)"), "a rejected promise: {}"),
    (re.compile(r"Promise \{\s*<pending>"), "a promise that nobody awaits"),
]
NAN_CHART = re.compile(r'<svg[\s\S]*?\s(?:d|x|y|x1|x2|y1|y2|transform)="[^"]*NaN')


def hidden_error(cell):
    """Says what is wrong with a code cell's outputs, or returns None."""
    for output in cell.outputs:
        if output.output_type == "error":
            return f"{output.ename}: {output.evalue}"
        data = output.get("data", {})
        text = ANSI.sub("", output.get("text", "") or data.get("text/plain", ""))
        for sign, words in SIGNS:
            found = sign.search(text)
            if found:
                return "showed " + words.format(*(group.strip() for group in found.groups()))
        if NAN_CHART.search(data.get("text/html", "") + data.get("image/svg+xml", "")):
            return "showed a chart with NaN coordinates"
    return None
