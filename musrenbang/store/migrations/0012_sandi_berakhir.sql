-- Until when a one-time password serves; null for a password that its owner has chosen. One that was handed out before
-- serves for 30 days from its row of the trail, on a laptop, which has not got that row, from the last row there is.

alter table akun add column sandi_berakhir timestamp;

update akun
set sandi_berakhir = interval '30 days' + coalesce(
    (
        select max(waktu) from jejak
        where rantai = 'pengguna' and objek = akun.nama_pengguna
            and tindakan in ('tambah akun', 'atur ulang kata sandi')
    ),
    (select max(waktu) from jejak)
)
where harus_ganti;
