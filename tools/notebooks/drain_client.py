"""An nbclient that loses no output and notices what a cell leaves unhandled."""

import asyncio
import json
import uuid
from queue import Empty

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionComplete
from nbclient.util import ensure_async

# Deno's kernel goes on when nobody handles a rejection, and says nothing: this
# collects them, so that the next probe can tell.
LISTEN = """{
  const lost = globalThis[Symbol.for("whenwhy.lost")] = [];
  globalThis.addEventListener("unhandledrejection", (e) => lost.push(e.reason));
  globalThis.addEventListener("error", (e) => lost.push(e.error));
}"""
PROBE = """await new Promise((done) => setTimeout(done, %d));
console.log(%s + JSON.stringify(
  globalThis[Symbol.for("whenwhy.lost")].splice(0).map(String)));"""


class LostError(Exception):
    """Something failed in a cell, and no code of the cell heard of it."""


class DrainClient(NotebookClient):
    """Goes on listening after `status: idle`.

    Deno 2.8.3 to 2.9.6 publishes `idle` before a cell's last outputs now and
    then, and nbclient stops listening at idle. Here a cell is over after idle
    and `silence` seconds without a message; what comes even later is taken
    while the probe after the cell runs.
    """

    silence = 0.2
    settle_ms = 250

    async def _async_poll_output_msg(self, parent_msg_id, cell, cell_index):
        self._last = (parent_msg_id, cell, cell_index)
        idle = False
        while True:
            try:
                message = await self._next_message(self.silence if idle else None)
            except Empty:
                return
            idle = self._take(message) or idle

    async def async_execute_cell(self, cell, cell_index, *args, **kwargs):
        result = await super().async_execute_cell(cell, cell_index, *args, **kwargs)
        if cell.cell_type == "code" and cell.source.strip():
            await self._probe(0)
        return result

    async def start_listening(self):
        """Installs the listeners; call once, when the kernel is ready."""
        self._last = (None, None, None)
        await ensure_async(self.kc.execute(LISTEN, silent=True, store_history=False))

    async def settle(self):
        """Waits for what the last cells may still have under way."""
        await self._probe(self.settle_ms)

    async def _probe(self, wait_ms):
        marker = f"probe-{uuid.uuid4().hex}:"
        code = PROBE % (wait_ms, json.dumps(marker))
        await ensure_async(self.kc.execute(code, store_history=False))
        deadline = asyncio.get_running_loop().time() + 30
        while asyncio.get_running_loop().time() < deadline:
            try:
                message = await self._next_message(1)
            except Empty:
                await self._async_check_alive()
                continue
            text = message["content"].get("text", "")
            if text.startswith(marker):
                lost = json.loads(text[len(marker) :])
                if lost:
                    raise LostError(lost[0])
                return
            self._take(message)
        raise TimeoutError("the kernel did not answer the probe after a cell")

    async def _next_message(self, timeout):
        return await ensure_async(self.kc.iopub_channel.get_msg(timeout=timeout))

    def _take(self, message):
        """Adds a message to the running cell; returns whether it says idle."""
        parent, cell, cell_index = self._last
        if parent is None or message["parent_header"].get("msg_id") != parent:
            return False
        try:
            self.process_message(message, cell, cell_index)
        except CellExecutionComplete:
            return True
        return False
