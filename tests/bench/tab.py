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
from streamlit.runtime.state.session_state import STREAMLIT_INTERNAL_KEY_PREFIX
from websockets.typing import Subprotocol

SUPERSEDED = ForwardMsg.FINISHED_EARLY_FOR_RERUN
REMEMBERED = 2  # runs of the script for which a browser keeps what it does not draw: global.maxCachedMessageAge
PATIENCE = 60  # seconds that a run of the script may take


class Drawn(NamedTuple):
    """One element of the screen: in which fragment it stands, and what the server sent of it."""

    fragment: str
    body: Any


class Known(NamedTuple):
    """A large message that need not be sent again: what it was, and in which run of the script it was last drawn."""

    delta: Any
    fragment: str
    run: int


class Tab:
    def __init__(self, port: int, path: str = "", cookies: dict[str, str] | None = None) -> None:
        self._site, self._path = f"127.0.0.1:{port}", path
        self._cookie = "; ".join(f"{name}={value}" for name, value in (cookies or {}).items())
        self._page, self._pages = "", dict[str, str]()
        self._elements = dict[tuple[int, ...], Drawn]()
        self._known, self._runs, self._ran = dict[str, Known](), 0, set[str]()
        self._number = 0

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

    async def type_level(self, row: int, kriteria: int, level: int) -> float:
        """One level of the scoring table, kriteria from 0. Seconds until it was saved."""
        table, names = self._component("papan_isi"), json.loads(self._component("papan_skor").body.json)
        present = json.loads(table.body.json)["isi"][row][kriteria]
        self._number += 1
        cell = [self._number, names["usulan"][row][0], kriteria, None if present == "-" else int(present), level]
        sent = {"event": "ketikan", "value": {"klien": "bench", "ketikan": [cell]}}
        message = BackMsg()
        message.rerun_script.fragment_id = table.fragment
        state = message.rerun_script.widget_states.widgets.add()
        state.id = f"{STREAMLIT_INTERNAL_KEY_PREFIX}_{table.body.id}__events"
        state.json_trigger_value = json.dumps([sent])
        return await self._run(message)

    def _component(self, name: str) -> Drawn:
        return next(d for d in self._elements.values() if getattr(d.body, "component_name", "").endswith(name))

    @property
    def words(self) -> str:
        """All HTML, text and data of components on the screen."""
        bodies = [d.body for d in self._elements.values()]
        return "\n".join(str(getattr(body, "body", "")) + str(getattr(body, "json", "")) for body in bodies)

    @property
    def known(self) -> int:
        """How many messages the server is told of that need not be sent again."""
        return len(self._known)

    async def _run(self, message: BackMsg) -> float:
        script = message.rerun_script
        script.page_script_hash = self._page
        script.page_name = "" if self._page else self._path
        script.cached_message_hashes.extend(self._known)
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
        if kind == "new_session":
            self._ran = set(received.metadata.run.fragment_ids)
            if not self._ran:
                self._elements.clear()
        elif kind == "navigation":
            self._pages = {page.url_pathname: page.page_script_hash for page in received.navigation.app_pages}
            self._page = received.navigation.page_script_hash
        elif kind in ("delta", "ref_hash"):
            self._draw(received)
        if kind != "script_finished" or received.script_finished == SUPERSEDED:
            return False
        self._forget()
        return True

    def _forget(self) -> None:
        """As a browser does; else what it says it knows grows with every run, and the server, which keeps that, too."""
        self._runs += 1
        for hash_, known in tuple(self._known.items()):
            if (not self._ran or known.fragment in self._ran) and self._runs - known.run > REMEMBERED:
                del self._known[hash_]

    def _draw(self, received: ForwardMsg) -> None:
        """A `ref_hash` stands for a message that the tab has said it still knows."""
        fresh = received.HasField("delta")
        delta = received.delta if fresh else self._known[received.ref_hash].delta
        if not fresh or received.metadata.cacheable:
            name = received.hash if fresh else received.ref_hash
            self._known[name] = Known(delta, delta.fragment_id, self._runs)
        if delta.WhichOneof("type") == "new_element":
            element = delta.new_element
            body = getattr(element, element.WhichOneof("type") or "empty")
            self._elements[tuple(received.metadata.delta_path)] = Drawn(delta.fragment_id, body)
