"""The addresses that are served without Streamlit."""

from starlette.routing import BaseRoute, Route, WebSocketRoute

from pages.web import (
    berkas,
    downloads,
    hasil,
    hidup,
    jadwal,
    jejak,
    login,
    new_password,
    perbandingan,
    periksa_dokumen,
    proyektor,
    public,
    surat,
    uploads,
)

routes: list[BaseRoute] = [
    Route("/jadwal", jadwal.show, methods=["GET"]),
    Route("/hasil", hasil.of_year, methods=["GET"]),
    Route("/hasil/{tahun:int}", hasil.of_year, methods=["GET"]),
    Route("/hasil/{tahun:int}/{kecamatan}", hasil.of_kecamatan, methods=["GET"]),
    Route("/hasil/{tahun:int}/{kecamatan}/data.{jenis}", hasil.download, methods=["GET"]),
    Route("/periksa-dokumen", periksa_dokumen.show, methods=["GET"]),
    Route("/periksa-dokumen", periksa_dokumen.check, methods=["POST"]),
    Route("/masuk", login.show, methods=["GET"]),
    Route("/masuk", login.log_in, methods=["POST"]),
    Route("/keluar", login.log_out, methods=["POST"]),
    Route("/bekerja", login.at_work, methods=["POST"]),
    Route("/ganti-sandi", new_password.show, methods=["GET"]),
    Route("/ganti-sandi", new_password.change, methods=["POST"]),
    Route("/unduh/jejak.{jenis}", jejak.download, methods=["GET"]),
    Route("/unduh/perbandingan.{jenis}", perbandingan.download, methods=["GET"]),
    Route("/unduh/surat-pemberitahuan/{tahun:int}.pdf", surat.download, methods=["GET"]),
    Route("/unduh/{kertas}/{kecamatan}/{tahun}.{jenis}", downloads.download, methods=["GET"]),
    Route("/unggah/{jenis}/{kecamatan}/{tahun}", uploads.upload, methods=["POST"]),
    Route("/berkas/{id:uuid}", berkas.serve, methods=["GET"]),
    Route("/proyektor", proyektor.show, methods=["GET"]),
    WebSocketRoute("/proyektor/ikuti", proyektor.follow),
    WebSocketRoute("/hidup/semua", hidup.follow),
    WebSocketRoute("/hidup/{rapat:uuid}", hidup.follow),
    Route("/umum/{nama}", public.file, methods=["GET"]),
]
