"""Renders an executed notebook as one page that needs nothing else."""

import os
import re

from nbconvert import HTMLExporter

HERE = os.path.dirname(os.path.abspath(__file__))


def render_html(notebook):
    """Returns the page; the same notebook gives the same bytes."""
    exporter = HTMLExporter(
        template_name="whenwhy",
        extra_template_basedirs=[os.path.join(HERE, "templates")],
    )
    with open(os.path.join(HERE, "templates", "whenwhy", "style.css"), encoding="utf-8") as file:
        style = file.read()
    resources = {"style": style, "title": title(notebook)}
    page, _ = exporter.from_notebook_node(notebook, resources=resources)
    return page


def title(notebook):
    """Returns the text of the notebook's first heading."""
    for cell in notebook.cells:
        found = cell.cell_type == "markdown" and re.search(r"^# (.+)$", cell.source, re.M)
        if found:
            return found.group(1).strip()
    return "Notebook"
