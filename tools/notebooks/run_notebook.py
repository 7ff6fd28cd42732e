"""Runs one notebook on the project's kernel and renders it as one HTML file.

Writes JSON lines to stdout: `{"kernel": PID}` when the kernel runs, and last
`{"cell": N, "problem": TEXT}` where a cell failed (N counts code cells from 1;
exit status 1). Any other failure is a traceback (exit status 2).
"""

import argparse
import asyncio
import json
import logging
import os
import sys
import tempfile

import nbformat
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from drain_client import DrainClient, LostError
from guarded_kernel import die_with_parent, guard, kill_group
from output_check import hidden_error


class CellProblem(Exception):
    """A code cell did not do what a cell must."""


def say(**event):
    print(json.dumps(event), flush=True)


async def run(notebook, path, timeout):
    client = DrainClient(
        notebook,
        timeout=timeout,
        iopub_timeout=60,
        raise_on_iopub_timeout=True,
        kernel_name="whenwhy",
        coalesce_streams=True,
        record_timing=False,
        resources={"metadata": {"path": os.path.dirname(path)}},
    )
    client.create_kernel_manager()
    # Its own file: a pipe would stay open for as long as a stray kernel lives.
    with tempfile.TemporaryFile() as errors:
        await client.async_start_new_kernel(
            stdout=errors, stderr=errors, preexec_fn=die_with_parent
        )
        pid = client.km.provisioner.pid
        say(kernel=pid)
        guard(pid)
        try:
            await client.async_start_new_kernel_client()
            await client.start_listening()
            await run_cells(client, notebook, errors)
        finally:
            if client.kc:
                client.kc.stop_channels()
            kill_group(pid)
            client.km.cleanup_connection_file()


async def run_cells(client, notebook, errors):
    number = 0
    try:
        for index, cell in enumerate(notebook.cells):
            if cell.cell_type != "code":
                continue
            number += 1
            await client.async_execute_cell(cell, index)
        await client.settle()
    except CellExecutionError as error:
        raise CellProblem(number, f"{error.ename}: {error.evalue}") from error
    except CellTimeoutError as error:
        raise CellProblem(number, f"no end after {client.timeout} s") from error
    except LostError as error:
        raise CellProblem(number, f"left unhandled: {error}") from error
    except DeadKernelError as error:
        raise CellProblem(number, f"the kernel died: {last_line(errors)}") from error
    except TimeoutError as error:
        raise CellProblem(number, "the kernel did not answer afterwards") from error
    codes = (cell for cell in notebook.cells if cell.cell_type == "code")
    for number, cell in enumerate(codes, 1):
        cell.outputs = [output for output in cell.outputs if not is_progress(output)]
        problem = hidden_error(cell)
        if problem:
            raise CellProblem(number, problem)


def is_progress(output):
    """Tells what only people who wait want to see, and is not twice the same."""
    return output.get("metadata", {}).get("whenwhy") == "progress"


def last_line(file):
    file.seek(0)
    lines = file.read().decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing"


def write(path, text):
    with open(path + ".tmp", "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    os.replace(path + ".tmp", path)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("notebook")
    arguments.add_argument("--executed", required=True, help="the .ipynb to write")
    arguments.add_argument("--html", required=True, help="the page to write")
    arguments.add_argument("--script-hash", help="SHA-256 (base64) of the one script pages run")
    arguments.add_argument("--timeout", type=int, default=300, help="seconds a cell")
    arguments.add_argument("--given", default="", help="parameters given for this run, to show")
    given = arguments.parse_args()
    # What nbclient logs stands in the exception too.
    logging.disable(logging.ERROR)
    notebook = nbformat.read(given.notebook, as_version=4)
    try:
        asyncio.run(run(notebook, os.path.abspath(given.notebook), given.timeout))
    except CellProblem as error:
        number, problem = error.args
        say(cell=number, problem=problem)
        return 1
    # nbconvert takes half a second to import, which a failure need not wait for.
    from render_html import render_html

    write(given.executed, nbformat.writes(notebook))
    write(given.html, render_html(notebook, given.script_hash, given.given))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Exception:
        sys.excepthook(*sys.exc_info())
        sys.exit(2)
