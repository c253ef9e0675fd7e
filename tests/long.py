"""Tests that try a few, or with MUSRENBANG_UJI_LAMA=1 many."""

import os

LAMA = bool(os.environ.get("MUSRENBANG_UJI_LAMA"))
