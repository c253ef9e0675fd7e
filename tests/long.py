"""Tests that can try a few or thousands: MUSRENBANG_UJI_LAMA=1 for thousands."""

import os

LAMA = bool(os.environ.get("MUSRENBANG_UJI_LAMA"))
