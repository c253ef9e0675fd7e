"""How often each address was turned away of late: whoever floods the door gets one line and nothing is made for him.

It holds up nobody who is logged in, nor the way to the login page: a whole hall may come from one address.
"""

from collections import Counter

from starlette.responses import PlainTextResponse, Response

MOST = 300  # within a minute, as often as a hall of browsers may ask whose logins have just ended
MINUTE = 60.0


class Refusals:
    """Counts for each address within the present minute, and forgets them with it. For one event loop."""

    def __init__(self) -> None:
        self._began, self._counts = 0.0, Counter[str]()

    def too_many(self, address: str, now: float) -> bool:
        """Counts one more. `now` in seconds of a clock that is never set back."""
        if now - self._began >= MINUTE:
            self._began = now
            self._counts.clear()
        self._counts[address] += 1
        return self._counts[address] > MOST


def answer() -> Response:
    words = "Terlalu banyak permintaan. Coba lagi satu menit lagi."
    return PlainTextResponse(words, 429, {"Retry-After": f"{MINUTE:.0f}", "Cache-Control": "no-store"})
