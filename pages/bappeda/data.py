"""What all meetings share: the crest, and copies of the whole database."""

from musrenbang.model import Orang
from pages.parts.heading import heading


def show(who: Orang) -> None:
    heading("Data")
