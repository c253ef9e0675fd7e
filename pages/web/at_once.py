"""Small messages leave at once.

Streamlit makes its listening socket without naming TCP, so asyncio does not switch Nagle's algorithm off on what it
accepts: a screen's last message then waits for the browser's delayed acknowledgement, 40 ms on Linux and up to 200
elsewhere.
"""

import gc
import socket


def send_at_once() -> None:
    """Connections accepted from now on inherit it. For the lifespan: the server listens already."""
    for found in gc.get_objects():
        if isinstance(found, socket.socket) and _listens(found):
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _listens(found: socket.socket) -> bool:
    inet = found.family in (socket.AF_INET, socket.AF_INET6) and found.type == socket.SOCK_STREAM
    return inet and found.fileno() >= 0 and bool(found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
