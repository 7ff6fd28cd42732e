"""Kernels for JupyterLab whose cells can be interrupted wherever they are."""

import asyncio
import os
import sys
import time

from jupyter_server.services.kernels.kernelmanager import ServerKernelManager

from guarded_kernel import die_with_parent

# The same name stands in lib/pipeline/base/interrupted.ts.
INTERRUPTS = "WHENWHY_INTERRUPTS"
PATIENCE_S = 0.5


class StoppingKernelManager(ServerKernelManager):
    """Asks a kernel's code to stop before it interrupts the kernel.

    Deno's kernel answers `interrupt_request` by ending the JavaScript that runs
    right now. That stops a loop; of code that awaits it drops the rest, nothing
    is left to finish the cell, and the kernel goes on waiting. So a file asks
    first, and code that listens takes it away and ends its step with an error.
    """

    async def start_kernel(self, *args, **kwargs):
        if sys.platform == "linux":
            kwargs["preexec_fn"] = die_with_parent
        return await super().start_kernel(*args, **kwargs)

    async def interrupt_kernel(self, *args, **kwargs):
        if not await self._is_understood():
            await super().interrupt_kernel(*args, **kwargs)

    async def _is_understood(self):
        file = os.path.join(os.environ[INTERRUPTS], str(self.provisioner.pid))
        try:
            with open(file, "x"):
                pass
        except FileExistsError:
            return True  # somebody presses twice
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            await asyncio.sleep(0.02)
            if not os.path.exists(file):
                return True
        try:
            os.unlink(file)
        except FileNotFoundError:
            return True  # at the last moment
        return False
