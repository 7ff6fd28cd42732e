"""JupyterLab with the project's kernels; the arguments are JupyterLab's own."""

import os
import signal
import sys
import threading
import time

from jupyterlab.labapp import LabApp

from stopping_kernels import StoppingKernelManager


def end_with_parent():
    """Ends the server, and so its kernels, when the task is killed."""
    parent = os.getppid()
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    threading.Thread(target=end_with_parent, daemon=True).start()
    manager = f"{StoppingKernelManager.__module__}.{StoppingKernelManager.__name__}"
    LabApp.launch_instance(
        [f"--AsyncMappingKernelManager.kernel_manager_class={manager}", *sys.argv[1:]]
    )
