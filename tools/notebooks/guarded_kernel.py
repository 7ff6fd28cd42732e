"""Starts kernels that cannot outlive their notebook's runner."""

import ctypes
import os
import signal
import sys
import threading

PR_SET_PDEATHSIG = 1


def die_with_parent():
    """Asks Linux to kill this process when its parent dies; runs in the child."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def kill_group(pid):
    """Kills a kernel and what its cells started; it leads a process group."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass


def guard(pid):
    """Kills the kernel as soon as this process is asked to end or left alone."""

    def end(*_):
        kill_group(pid)
        os._exit(130)

    def wait_for_end_of_input():
        # The starter holds the other end open; that it closes means it died.
        # Not through sys.stdin, whose lock would be in the way at the end.
        while os.read(0, 1024):
            pass
        end()

    for name in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(name, end)
    threading.Thread(target=wait_for_end_of_input, daemon=True).start()
