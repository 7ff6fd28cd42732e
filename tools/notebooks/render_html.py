"""Renders an executed notebook as one page that needs nothing else.

Not through nbconvert's own HTML exporter: its templates link to other hosts and
turn SVG into broken images, and it runs the page through another parser, which
rewrites the names of SVG's attributes.

What a cell shows may hold names of other people's: there HTML in Markdown stays
text, and nbconvert's mathematics and diagrams, which let it through, are not read.
"""

import os
import re

import mistune
from jinja2 import Environment, FileSystemLoader
from mistune.util import safe_entity
from nbconvert.filters import Highlight2HTML, ansi2html, markdown2html


class ShownRenderer(mistune.HTMLRenderer):
    """Lets `&lt;` be a `<`, which mistune does only where it lets HTML through."""

    def text(self, text):
        return safe_entity(text)


# Plain Markdown and tables: no links from bare addresses, no HTML.
shown_markdown = mistune.create_markdown(renderer=ShownRenderer(escape=True), plugins=["table"])
TEMPLATES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "templates")


def render_html(notebook, script_hash=None, given=""):
    """Returns the page; the same notebook gives the same bytes.

    Its policy lets the script with this hash run, and nothing else. Below the
    notebook's own parameters it shows those that were given for this run.
    """
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["markdown2html"] = markdown2html
    templates.filters["shown_markdown"] = shown_markdown
    templates.filters["ansi2html"] = ansi2html
    templates.filters["highlight"] = Highlight2HTML(pygments_lexer="typescript")
    page = templates.get_template("notebook.html.j2")
    return page.render(
        cells=notebook.cells,
        title=title(notebook),
        script_hash=script_hash,
        given=given,
    )


def title(notebook):
    """Returns the text of the notebook's first heading."""
    for cell in notebook.cells:
        found = cell.cell_type == "markdown" and re.search(r"^# (.+)$", cell.source, re.M)
        if found:
            return found.group(1).strip()
    return "Notebook"
