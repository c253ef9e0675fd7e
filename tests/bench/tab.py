"""A browser's tab without the browser: Streamlit's own protocol over a websocket, with the cookie of a login.

It measures the server, from the press to the end of the script; what a browser then draws is not in it.
"""

import asyncio
import json
import time
from typing import Any, NamedTuple

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.typing import Subprotocol

SUPERSEDED = ForwardMsg.FINISHED_EARLY_FOR_RERUN
PATIENCE = 60  # seconds that a run of the script may take


class Drawn(NamedTuple):
    """One element of the screen: in which fragment it stands, and what the server sent of it."""

    fragment: str
    body: Any


class Tab:
    def __init__(self, port: int, path: str = "", cookies: dict[str, str] | None = None) -> None:
        self._site, self._path = f"127.0.0.1:{port}", path
        self._cookie = "; ".join(f"{name}={value}" for name, value in (cookies or {}).items())
        self._page, self._pages = "", dict[str, str]()
        self._elements = dict[tuple[int, ...], Drawn]()
        self._sent_before = dict[str, Any]()
        self._overlay: tuple[str, dict[int, dict[str, int]]] = ("", {})

    async def __aenter__(self) -> "Tab":
        """Connected, with the first run behind it."""
        self._socket = await websockets.connect(
            f"ws://{self._site}/_stcore/stream",
            subprotocols=[Subprotocol("streamlit"), Subprotocol("PLACEHOLDER_AUTH_TOKEN")],
            additional_headers={"Cookie": self._cookie} if self._cookie else {},
            max_size=None, compression=None, ping_interval=None,
        )  # fmt: skip
        await self.rerun()
        return self

    async def __aexit__(self, *fault: object) -> None:
        await self._socket.close()

    async def rerun(self) -> float:
        """The whole script again. Seconds until it had ended."""
        return await self._run(BackMsg())

    async def open(self, path: str) -> float:
        """Another screen, as from the menu. Seconds until its script had ended."""
        self._page = self._pages[path]
        return await self._run(BackMsg())

    async def type_level(self, row: int, column: str, level: int) -> float:
        """One cell of the scoring table, which sends all its pending edits each time. Seconds until it was saved."""
        drawn = next(d for d in self._elements.values() if "-skor_" in getattr(d.body, "id", ""))
        edited = self._overlay[1] if self._overlay[0] == drawn.body.id else {}
        edited.setdefault(row, {})[column] = level
        self._overlay = (drawn.body.id, edited)
        message = BackMsg()
        message.rerun_script.fragment_id = drawn.fragment
        state = message.rerun_script.widget_states.widgets.add()
        state.id = drawn.body.id
        state.string_value = json.dumps({"edited_rows": edited, "added_rows": [], "deleted_rows": []})
        return await self._run(message)

    @property
    def words(self) -> str:
        """All HTML and text on the screen."""
        return "\n".join(str(getattr(d.body, "body", "")) for d in self._elements.values())

    async def _run(self, message: BackMsg) -> float:
        script = message.rerun_script
        script.page_script_hash = self._page
        script.page_name = "" if self._page else self._path
        script.cached_message_hashes.extend(self._sent_before)
        script.context_info.url = f"http://{self._site}/{self._path}"
        start = time.perf_counter()
        await self._socket.send(message.SerializeToString())
        async with asyncio.timeout(PATIENCE):
            while not await self._take():
                pass
        return time.perf_counter() - start

    async def _take(self) -> bool:
        """The next message of the server; True when the script has ended."""
        received = ForwardMsg.FromString(bytes(await self._socket.recv(decode=False)))
        kind = received.WhichOneof("type")
        if kind == "new_session" and not received.metadata.run.fragment_ids:
            self._elements.clear()
        elif kind == "navigation":
            self._pages = {page.url_pathname: page.page_script_hash for page in received.navigation.app_pages}
            self._page = received.navigation.page_script_hash
        elif kind in ("delta", "ref_hash"):
            self._draw(received)
        return kind == "script_finished" and received.script_finished != SUPERSEDED

    def _draw(self, received: ForwardMsg) -> None:
        """A `ref_hash` stands for a message that the tab has said it still knows."""
        delta = received.delta if received.HasField("delta") else self._sent_before[received.ref_hash]
        if received.HasField("delta") and received.metadata.cacheable:
            self._sent_before[received.hash] = received.delta
        if delta.WhichOneof("type") == "new_element":
            element = delta.new_element
            body = getattr(element, element.WhichOneof("type") or "empty")
            self._elements[tuple(received.metadata.delta_path)] = Drawn(delta.fragment_id, body)
