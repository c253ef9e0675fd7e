"""The roles as people say them."""

from musrenbang.model import Peran

PERAN = {
    Peran.CAMAT: "Camat",
    Peran.DESA: "Desa/kelurahan",
    Peran.OPD: "OPD",
    Peran.BAPPEDA: "Bappeda",
}
