"""Nothing that the server sends waits for an acknowledgement."""

import socket

from pages.web.at_once import send_at_once


def test_connections_to_a_listening_socket_send_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        with socket.create_connection(server.getsockname()), server.accept()[0] as before:
            assert not before.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        send_at_once()
        with socket.create_connection(server.getsockname()), server.accept()[0] as after:
            assert after.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
