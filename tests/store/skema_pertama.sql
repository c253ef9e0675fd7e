-- Satu basis data dari skema pertama (0001_dasar.sql), seperti aplikasi 23 November 2026 menulisnya: Bahorok sudah
-- dikirim dengan Berita Acara dan urutan seri, Stabat belum dibuka. Kata sandi semua akun: rahasia-contoh-2027.

-- kecamatan: kode, nama
insert into kecamatan values ('12.05.01', 'Bahorok');
insert into kecamatan values ('12.05.07', 'Stabat');

-- desa: kode, nama, jenis, kecamatan
insert into desa values ('12.05.01.1001', 'Pekan Bahorok', 'Kelurahan', '12.05.01');
insert into desa values ('12.05.01.2006', 'Suka Rakyat', 'Desa', '12.05.01');
insert into desa values ('12.05.07.1010', 'Stabat Baru', 'Kelurahan', '12.05.07');

-- opd: kode, nama, singkatan, urusan
insert into opd values ('1.01.01', 'Dinas Pendidikan', 'DISDIK', '1.01 Pendidikan');
insert into opd values ('1.03.01', 'Dinas Pekerjaan Umum dan Tata Ruang', 'PUTR', '1.03 Pekerjaan Umum dan Penataan Ruang');

-- tahun: tahun, nomor_penetapan, tanggal_penetapan
insert into tahun values (2027, null, null);

-- prioritas: tahun, nomor, nama
insert into prioritas values (2027, 1, 'Pembangunan Infrastruktur');
insert into prioritas values (2027, 2, 'Pendidikan dan Kesehatan');
insert into prioritas values (2027, 3, 'Penataan Pasar Tradisional');
insert into prioritas values (2027, 4, 'Toleransi Beragama');
insert into prioritas values (2027, 5, 'Pelayanan Administrasi Kependudukan Gratis');
insert into prioritas values (2027, 6, 'Keamanan dan Kenyamanan');
insert into prioritas values (2027, 7, 'Iklim Investasi');
insert into prioritas values (2027, 8, 'Fasilitas Publik');

-- kriteria: tahun, nomor, kunci, nama, singkat, bobot
insert into kriteria values (2027, 1, 'keterdesakan', 'Keterdesakan', 'Keterdesakan', 25);
insert into kriteria values (2027, 2, 'pertumbuhan', 'Dampak Terhadap Pertumbuhan Ekonomi Masyarakat', 'Dampak ekonomi', 10);
insert into kriteria values (2027, 3, 'potensi', 'Pengembangan Potensi Lokal Kecamatan', 'Potensi lokal', 10);
insert into kriteria values (2027, 4, 'kemiskinan', 'Penanggulangan Kemiskinan', 'Kemiskinan', 15);
insert into kriteria values (2027, 5, 'manfaat', 'Manfaat/Dampak', 'Manfaat (KK)', 15);
insert into kriteria values (2027, 6, 'partisipasi', 'Partisipasi/Keterlibatan Masyarakat', 'Partisipasi', 10);
insert into kriteria values (2027, 7, 'kemudahan', 'Kemudahan Pelaksanaan', 'Kemudahan', 10);
insert into kriteria values (2027, 8, 'dokumen', 'Kelengkapan Dokumen/Bukti Pendukung', 'Dokumen pendukung', 5);

-- tingkat: tahun, kriteria, tingkat, kata, kata_bidang_lain
insert into tingkat values (2027, 1, 1, 'Sangat tidak mendesak', '');
insert into tingkat values (2027, 1, 2, 'Tidak mendesak', '');
insert into tingkat values (2027, 1, 3, 'Cukup mendesak', '');
insert into tingkat values (2027, 1, 4, 'Mendesak', '');
insert into tingkat values (2027, 1, 5, 'Sangat mendesak', '');
insert into tingkat values (2027, 2, 1, 'Tidak berdampak', '');
insert into tingkat values (2027, 2, 2, 'Kurang berdampak', '');
insert into tingkat values (2027, 2, 3, 'Cukup berdampak', '');
insert into tingkat values (2027, 2, 4, 'Berdampak', '');
insert into tingkat values (2027, 2, 5, 'Sangat berdampak', '');
insert into tingkat values (2027, 3, 1, 'Sangat tidak mendukung', '');
insert into tingkat values (2027, 3, 2, 'Tidak mendukung', '');
insert into tingkat values (2027, 3, 3, 'Cukup mendukung', '');
insert into tingkat values (2027, 3, 4, 'Mendukung', '');
insert into tingkat values (2027, 3, 5, 'Sangat mendukung', '');
insert into tingkat values (2027, 4, 1, 'Sangat tidak mendukung', '');
insert into tingkat values (2027, 4, 2, 'Tidak mendukung', '');
insert into tingkat values (2027, 4, 3, 'Cukup mendukung', '');
insert into tingkat values (2027, 4, 4, 'Mendukung', '');
insert into tingkat values (2027, 4, 5, 'Sangat mendukung', '');
insert into tingkat values (2027, 5, 1, 'Kurang dari 10', 'Kurang dari 20');
insert into tingkat values (2027, 5, 2, '10–20', '20–40');
insert into tingkat values (2027, 5, 3, '21–30', '41–60');
insert into tingkat values (2027, 5, 4, '31–40', '61–80');
insert into tingkat values (2027, 5, 5, 'Lebih dari 40', 'Lebih dari 80');
insert into tingkat values (2027, 6, 1, 'Sangat rendah', '');
insert into tingkat values (2027, 6, 2, 'Rendah', '');
insert into tingkat values (2027, 6, 3, 'Cukup rendah', '');
insert into tingkat values (2027, 6, 4, 'Cukup tinggi', '');
insert into tingkat values (2027, 6, 5, 'Sangat tinggi', '');
insert into tingkat values (2027, 7, 1, 'Sangat sulit', '');
insert into tingkat values (2027, 7, 2, 'Sulit', '');
insert into tingkat values (2027, 7, 3, 'Biasa', '');
insert into tingkat values (2027, 7, 4, 'Mudah', '');
insert into tingkat values (2027, 7, 5, 'Sangat mudah', '');
insert into tingkat values (2027, 8, 1, 'Tidak ada', '');
insert into tingkat values (2027, 8, 2, 'Ada, tidak sesuai', '');
insert into tingkat values (2027, 8, 3, 'Sesuai', '');

-- aturan: tahun, kunci, sikap, angka, kata
insert into aturan values (2027, 'kewenangan', 'ingatkan', null, '');
insert into aturan values (2027, 'larangan', 'mati', null, 'rumah ibadah; alat musik');
insert into aturan values (2027, 'maks_desa', 'mati', 10, '');
insert into aturan values (2027, 'maks_ekonomi', 'mati', 3, '');
insert into aturan values (2027, 'maks_fisik', 'mati', 10, '');
insert into aturan values (2027, 'maks_kecamatan', 'mati', 50, '');
insert into aturan values (2027, 'maks_sosial', 'mati', 3, '');

-- akun: nama_pengguna, nama, peran, wilayah, sandi, aktif, harus_ganti, versi
insert into akun values ('bappeda', 'Bappeda Kabupaten Langkat', 'bappeda', null, '$argon2id$v=19$m=65536,t=3,p=4$TIINy8o2JKSo5tub9UyCGA$A/6xyb3kke6fdnNlS0pfNVtL5ZmYMNe8F7/reW0uBzU', true, false, 1);
insert into akun values ('camat.bahorok', 'Camat Bahorok', 'camat', '12.05.01', '$argon2id$v=19$m=65536,t=3,p=4$TIINy8o2JKSo5tub9UyCGA$A/6xyb3kke6fdnNlS0pfNVtL5ZmYMNe8F7/reW0uBzU', true, false, 1);
insert into akun values ('camat.stabat', 'Camat Stabat', 'camat', '12.05.07', '$argon2id$v=19$m=65536,t=3,p=4$TIINy8o2JKSo5tub9UyCGA$A/6xyb3kke6fdnNlS0pfNVtL5ZmYMNe8F7/reW0uBzU', true, false, 1);
insert into akun values ('desa.sukarakyat', 'Desa Suka Rakyat', 'desa', '12.05.01.2006', '$argon2id$v=19$m=65536,t=3,p=4$TIINy8o2JKSo5tub9UyCGA$A/6xyb3kke6fdnNlS0pfNVtL5ZmYMNe8F7/reW0uBzU', true, false, 1);
insert into akun values ('opd.putr', 'Dinas PUTR', 'opd', '1.03.01', '$argon2id$v=19$m=65536,t=3,p=4$TIINy8o2JKSo5tub9UyCGA$A/6xyb3kke6fdnNlS0pfNVtL5ZmYMNe8F7/reW0uBzU', true, false, 1);
insert into akun values ('sekcam.bahorok', 'Sekretaris Camat Bahorok', 'camat', '12.05.01', '$argon2id$v=19$m=65536,t=3,p=4$TIINy8o2JKSo5tub9UyCGA$A/6xyb3kke6fdnNlS0pfNVtL5ZmYMNe8F7/reW0uBzU', true, false, 1);

-- usulan: id, kode, tahun, kecamatan, asal, desa, urutan, nama, permasalahan, lokasi, volume, satuan, biaya, penerima, bidang, kewenangan, opd, disetujui, versi
insert into usulan values ('350539fc-08cf-5167-ab33-3bd40013a25e', '2027-12.05.01.2006-004', 2027, '12.05.01', 'Desa', '12.05.01.2006', 4, 'Perbaikan lapangan', 'Jalan rusak berat.', 'Dusun I', 2000.00, 'meter', 250000000, 40, 'Fisik dan Prasarana', 'Kabupaten', '1.03.01', false, 1);
insert into usulan values ('6b42eb28-efae-5a4c-8455-aadab7f7c4d9', '2027-12.05.01.2006-002', 2027, '12.05.01', 'Desa', '12.05.01.2006', 2, 'Perbaikan saluran irigasi', 'Jalan rusak berat.', 'Dusun I', 2000.00, 'meter', 90000000, 40, 'Fisik dan Prasarana', 'Kabupaten', '1.03.01', true, 1);
insert into usulan values ('6f3bb1cf-a79e-5285-8b01-b83a373cf54b', '2027-12.05.01.2006-003', 2027, '12.05.01', 'Desa', '12.05.01.2006', 3, 'Bantuan bibit', 'Jalan rusak berat.', 'Dusun I', 2000.00, 'meter', 250000000, 40, 'Ekonomi', 'Desa', '1.03.01', true, 1);
insert into usulan values ('8297564d-6106-5ab6-b6a4-66bcf055ad72', '2027-12.05.01.1001-002', 2027, '12.05.01', 'Kelurahan', '12.05.01.1001', 2, 'Pelatihan kader', 'Jalan rusak berat.', 'Dusun I', 2000.00, 'meter', 250000000, 40, 'Sosial Budaya', 'Kabupaten', '1.01.01', true, 1);
insert into usulan values ('890d5406-832f-5bab-86fb-28f5e5621c59', '2027-12.05.07.1010-001', 2027, '12.05.07', 'Kelurahan', '12.05.07.1010', 1, 'Perbaikan pasar', 'Jalan rusak berat.', 'Dusun I', 2000.00, 'meter', 250000000, 40, 'Fisik dan Prasarana', 'Kabupaten', '1.03.01', true, 1);
insert into usulan values ('a1a15461-0a1f-5a09-accb-f63dc24d4249', '2027-12.05.01.1001-001', 2027, '12.05.01', 'Kelurahan', '12.05.01.1001', 1, 'Pembangunan drainase', 'Jalan rusak berat.', 'Dusun I', 2000.00, 'meter', 250000000, 40, 'Fisik dan Prasarana', 'Kabupaten', '1.03.01', true, 1);
insert into usulan values ('ade183e4-9d1d-59e0-8ced-6062ec7d4731', '2027-12.05.01.2006-001', 2027, '12.05.01', 'Desa', '12.05.01.2006', 1, 'Hotmix jalan utama', 'Jalan rusak berat.', 'Dusun I', 2000.00, 'meter', 250000000, 40, 'Fisik dan Prasarana', 'Kabupaten', '1.03.01', true, 1);

-- rapat: id, tahun, kecamatan, versi, dibuka, alasan_buka, diambil, dimulai, dihitung, dikirim
insert into rapat values ('3b6f3135-5744-523b-95d3-424e04b5e607', 2027, '12.05.01', 6, '2027-02-15 02:00:00', null, '2027-02-15 02:00:00', '2027-02-15 02:00:00', '2027-02-15 02:00:00', '2027-02-15 05:00:00');
insert into rapat values ('57723795-2ee1-5b54-b227-59260b1ee71b', 2027, '12.05.07', 1, null, null, null, null, null, null);

-- daftar_hadir: rapat, tempat, alamat, nama_camat, nip_camat, tanggal, jam_mulai, jam_selesai, baris_dewan, baris_tim, baris_opd, baris_desa, baris_stakeholder, versi
insert into daftar_hadir values ('3b6f3135-5744-523b-95d3-424e04b5e607', 'Aula Kantor Camat', 'Jalan Besar 1', 'Abdi', '', '2027-02-15', '09.00', '', 10, 10, 15, 40, 15, 2);
insert into daftar_hadir values ('57723795-2ee1-5b54-b227-59260b1ee71b', '', '', '', '', null, '09.00', '', 10, 10, 15, 40, 15, 1);

-- berita_acara: rapat, nomor, laki_laki, perempuan, jam_selesai, pimpinan, jabatan_pimpinan, nama_bappeda, nip_bappeda, sambutan, pemateri, wakil, versi
insert into berita_acara values ('3b6f3135-5744-523b-95d3-424e04b5e607', '050/12/2027', 40, 24, '12.30', 'Camat Bahorok', '', '', '', '[]', '[]', '[["Ibu Contoh", "PKK", "Ketua"]]', 2);
insert into berita_acara values ('57723795-2ee1-5b54-b227-59260b1ee71b', '', null, null, '', '', '', '', '', '[]', '[]', '[]', 1);

-- bobot_rapat: rapat, b1, b2, b3, b4, b5, b6, b7, b8, kriteria, nomor_penetapan, tanggal_penetapan
insert into bobot_rapat values ('3b6f3135-5744-523b-95d3-424e04b5e607', 25, 10, 10, 15, 15, 10, 10, 5, '[{"nomor": 1, "kunci": "keterdesakan", "nama": "Keterdesakan", "singkat": "Keterdesakan", "kata": ["Sangat tidak mendesak", "Tidak mendesak", "Cukup mendesak", "Mendesak", "Sangat mendesak"], "kata_bidang_lain": []}, {"nomor": 2, "kunci": "pertumbuhan", "nama": "Dampak Terhadap Pertumbuhan Ekonomi Masyarakat", "singkat": "Dampak ekonomi", "kata": ["Tidak berdampak", "Kurang berdampak", "Cukup berdampak", "Berdampak", "Sangat berdampak"], "kata_bidang_lain": []}, {"nomor": 3, "kunci": "potensi", "nama": "Pengembangan Potensi Lokal Kecamatan", "singkat": "Potensi lokal", "kata": ["Sangat tidak mendukung", "Tidak mendukung", "Cukup mendukung", "Mendukung", "Sangat mendukung"], "kata_bidang_lain": []}, {"nomor": 4, "kunci": "kemiskinan", "nama": "Penanggulangan Kemiskinan", "singkat": "Kemiskinan", "kata": ["Sangat tidak mendukung", "Tidak mendukung", "Cukup mendukung", "Mendukung", "Sangat mendukung"], "kata_bidang_lain": []}, {"nomor": 5, "kunci": "manfaat", "nama": "Manfaat/Dampak", "singkat": "Manfaat (KK)", "kata": ["Kurang dari 10", "10–20", "21–30", "31–40", "Lebih dari 40"], "kata_bidang_lain": ["Kurang dari 20", "20–40", "41–60", "61–80", "Lebih dari 80"]}, {"nomor": 6, "kunci": "partisipasi", "nama": "Partisipasi/Keterlibatan Masyarakat", "singkat": "Partisipasi", "kata": ["Sangat rendah", "Rendah", "Cukup rendah", "Cukup tinggi", "Sangat tinggi"], "kata_bidang_lain": []}, {"nomor": 7, "kunci": "kemudahan", "nama": "Kemudahan Pelaksanaan", "singkat": "Kemudahan", "kata": ["Sangat sulit", "Sulit", "Biasa", "Mudah", "Sangat mudah"], "kata_bidang_lain": []}, {"nomor": 8, "kunci": "dokumen", "nama": "Kelengkapan Dokumen/Bukti Pendukung", "singkat": "Dokumen pendukung", "kata": ["Tidak ada", "Ada, tidak sesuai", "Sesuai"], "kata_bidang_lain": []}]', null, null);

-- usulan_masuk: id, rapat, kode, asal, desa, urutan, nama, permasalahan, lokasi, volume, satuan, biaya, penerima, bidang, kewenangan, opd_usul, versi_sumber, keputusan, alasan_verifikasi, digabung_ke, volume_asal, biaya_asal, catatan_aturan, prioritas, alasan_cadangan, opd, versi
insert into usulan_masuk values ('6b42eb28-efae-5a4c-8455-aadab7f7c4d9', '3b6f3135-5744-523b-95d3-424e04b5e607', '2027-12.05.01.2006-002', 'Desa', '12.05.01.2006', 2, 'Perbaikan saluran irigasi', 'Jalan rusak berat.', 'Dusun I', 2000.00, 'meter', 90000000, 40, 'Fisik dan Prasarana', 'Kabupaten', '1.03.01', 1, 'sesuai', null, null, null, null, '[]', 1, null, '1.03.01', 3);
insert into usulan_masuk values ('6f3bb1cf-a79e-5285-8b01-b83a373cf54b', '3b6f3135-5744-523b-95d3-424e04b5e607', '2027-12.05.01.2006-003', 'Desa', '12.05.01.2006', 3, 'Bantuan bibit', 'Jalan rusak berat.', 'Dusun I', 2000.00, 'meter', 250000000, 40, 'Ekonomi', 'Desa', '1.03.01', 1, 'sesuai', null, null, null, null, '["Kewenangan desa, bukan kewenangan kabupaten."]', 1, null, '1.03.01', 3);
insert into usulan_masuk values ('8297564d-6106-5ab6-b6a4-66bcf055ad72', '3b6f3135-5744-523b-95d3-424e04b5e607', '2027-12.05.01.1001-002', 'Kelurahan', '12.05.01.1001', 2, 'Pelatihan kader', 'Jalan rusak berat.', 'Dusun I', 2000.00, 'meter', 250000000, 40, 'Sosial Budaya', 'Kabupaten', '1.01.01', 1, 'sesuai', null, null, null, null, '[]', null, 'Belum mendesak', null, 3);
insert into usulan_masuk values ('a1a15461-0a1f-5a09-accb-f63dc24d4249', '3b6f3135-5744-523b-95d3-424e04b5e607', '2027-12.05.01.1001-001', 'Kelurahan', '12.05.01.1001', 1, 'Pembangunan drainase', 'Jalan rusak berat.', 'Dusun I', 2000.00, 'meter', 250000000, 40, 'Fisik dan Prasarana', 'Kabupaten', '1.03.01', 1, 'sesuai', null, null, null, null, '[]', 1, null, '1.03.01', 3);
insert into usulan_masuk values ('ade183e4-9d1d-59e0-8ced-6062ec7d4731', '3b6f3135-5744-523b-95d3-424e04b5e607', '2027-12.05.01.2006-001', 'Desa', '12.05.01.2006', 1, 'Hotmix jalan utama', 'Jalan rusak berat.', 'Dusun I', 2000.00, 'meter', 250000000, 40, 'Fisik dan Prasarana', 'Kabupaten', '1.03.01', 1, 'sesuai', null, null, null, null, '[]', 1, null, '1.03.01', 3);

-- skor: usulan, rapat, k1, k2, k3, k4, k5, k6, k7, k8, oleh, diubah, versi
insert into skor values ('6b42eb28-efae-5a4c-8455-aadab7f7c4d9', '3b6f3135-5744-523b-95d3-424e04b5e607', 3, 3, 3, 3, 3, 3, 3, 2, 'camat.bahorok', '2027-02-15 02:00:00', 3);
insert into skor values ('6f3bb1cf-a79e-5285-8b01-b83a373cf54b', '3b6f3135-5744-523b-95d3-424e04b5e607', 1, 2, 5, 5, 1, 4, 5, 1, 'camat.bahorok', '2027-02-15 02:00:00', 2);
insert into skor values ('a1a15461-0a1f-5a09-accb-f63dc24d4249', '3b6f3135-5744-523b-95d3-424e04b5e607', 3, 3, 3, 3, 3, 3, 3, 2, 'camat.bahorok', '2027-02-15 02:00:00', 3);
insert into skor values ('ade183e4-9d1d-59e0-8ced-6062ec7d4731', '3b6f3135-5744-523b-95d3-424e04b5e607', 5, 4, 3, 4, 5, 3, 2, 3, 'camat.bahorok', '2027-02-15 02:00:00', 2);

-- urutan_seri: usulan, rapat, putusan, urutan, alasan
insert into urutan_seri values ('6b42eb28-efae-5a4c-8455-aadab7f7c4d9', '3b6f3135-5744-523b-95d3-424e04b5e607', 'a1a15461-0a1f-5a09-accb-f63dc24d4249/3', 2, 'Drainase lebih mendesak menurut forum.');
insert into urutan_seri values ('a1a15461-0a1f-5a09-accb-f63dc24d4249', '3b6f3135-5744-523b-95d3-424e04b5e607', 'a1a15461-0a1f-5a09-accb-f63dc24d4249/3', 1, 'Drainase lebih mendesak menurut forum.');

-- rantai: kunci, nomor, hash
insert into rantai values ('3b6f3135-5744-523b-95d3-424e04b5e607', 23, 'ee0ca418c2a7ca204177d4378e08543658a4d36df24d5024fc49b20a6a517545');
insert into rantai values ('pengguna', 1, 'fa11dff749e3cd93ce630eb221c5117bed78f998d5401cb5f6650e4412093f1f');

-- jejak: rantai, nomor, waktu, oleh, tindakan, objek, sebelum, sesudah, hash_sebelumnya, hash
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 1, '2027-02-15 02:00:00', 'camat.bahorok', 'buka musrenbang', 'rapat', 'null', '{"alasan":null,"dibuka":"2027-02-15T02:00:00.000000"}', '0000000000000000000000000000000000000000000000000000000000000000', 'af8fe3da741c27aa80a49642934650126d050502644f1871229f29e48c248eba');
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 2, '2027-02-15 02:00:00', 'camat.bahorok', 'isi Daftar Hadir', 'daftar hadir', '{"alamat":"","baris":[10,10,15,40,15],"jam_mulai":"09.00","jam_selesai":"","nama_camat":"","nip_camat":"","tanggal":null,"tempat":"","versi":1}', '{"alamat":"Jalan Besar 1","baris":[10,10,15,40,15],"jam_mulai":"09.00","jam_selesai":"","nama_camat":"Abdi","nip_camat":"","tanggal":"2027-02-15","tempat":"Aula Kantor Camat","versi":1}', 'af8fe3da741c27aa80a49642934650126d050502644f1871229f29e48c248eba', '64ef810672cf4e62504ee4874a4c5a4cf3eeace06ff408d10140022c7f7d1e56');
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 3, '2027-02-15 02:00:00', 'camat.bahorok', 'ambil usulan', 'rapat', '{"ditarik":[]}', '{"baru":5,"belum_disetujui":1,"diambil":"2027-02-15T02:00:00.000000","diperbarui":0,"ditarik":0,"tetap":0}', '64ef810672cf4e62504ee4874a4c5a4cf3eeace06ff408d10140022c7f7d1e56', 'bc74ad9705badf8e5ec40b7b26b2bad4acb97dd39163172167fe2b204962366f');
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 4, '2027-02-15 02:00:00', 'camat.bahorok', 'mulai musrenbang', 'rapat', 'null', '{"bobot":[25,10,10,15,15,10,10,5],"dimulai":"2027-02-15T02:00:00.000000"}', 'bc74ad9705badf8e5ec40b7b26b2bad4acb97dd39163172167fe2b204962366f', '698822bef3634d91637341fe3ba4e7c6619528e21e8122a9a90bec192ff6def7');
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 5, '2027-02-15 02:00:00', 'camat.bahorok', 'verifikasi usulan', '2027-12.05.01.1001-001', '{"alasan_cadangan":null,"alasan_verifikasi":null,"biaya":250000000,"catatan_aturan":[],"digabung_ke":null,"keputusan":"belum","lokasi":"Dusun I","nama":"Pembangunan drainase","opd":null,"prioritas":null,"volume":"2000.00"}', '{"alasan_cadangan":null,"alasan_verifikasi":null,"biaya":250000000,"catatan_aturan":[],"digabung_ke":null,"keputusan":"sesuai","lokasi":"Dusun I","nama":"Pembangunan drainase","opd":null,"prioritas":null,"volume":"2000.00"}', '698822bef3634d91637341fe3ba4e7c6619528e21e8122a9a90bec192ff6def7', 'db168fc3c5d00546f2ccb142943d59b7af23e152ff0c0cab833e04140ee569ad');
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 6, '2027-02-15 02:00:00', 'camat.bahorok', 'verifikasi usulan', '2027-12.05.01.1001-002', '{"alasan_cadangan":null,"alasan_verifikasi":null,"biaya":250000000,"catatan_aturan":[],"digabung_ke":null,"keputusan":"belum","lokasi":"Dusun I","nama":"Pelatihan kader","opd":null,"prioritas":null,"volume":"2000.00"}', '{"alasan_cadangan":null,"alasan_verifikasi":null,"biaya":250000000,"catatan_aturan":[],"digabung_ke":null,"keputusan":"sesuai","lokasi":"Dusun I","nama":"Pelatihan kader","opd":null,"prioritas":null,"volume":"2000.00"}', 'db168fc3c5d00546f2ccb142943d59b7af23e152ff0c0cab833e04140ee569ad', 'df24f07b69c3e221be43b4e58394b8fafc22471434ccd1040f43ecee58bbe266');
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 7, '2027-02-15 02:00:00', 'camat.bahorok', 'verifikasi usulan', '2027-12.05.01.2006-001', '{"alasan_cadangan":null,"alasan_verifikasi":null,"biaya":250000000,"catatan_aturan":[],"digabung_ke":null,"keputusan":"belum","lokasi":"Dusun I","nama":"Hotmix jalan utama","opd":null,"prioritas":null,"volume":"2000.00"}', '{"alasan_cadangan":null,"alasan_verifikasi":null,"biaya":250000000,"catatan_aturan":[],"digabung_ke":null,"keputusan":"sesuai","lokasi":"Dusun I","nama":"Hotmix jalan utama","opd":null,"prioritas":null,"volume":"2000.00"}', 'df24f07b69c3e221be43b4e58394b8fafc22471434ccd1040f43ecee58bbe266', '0d7611185f4fa444062d905c689120e9e233f89a77a72f499c1358c08baa7db7');
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 8, '2027-02-15 02:00:00', 'camat.bahorok', 'verifikasi usulan', '2027-12.05.01.2006-002', '{"alasan_cadangan":null,"alasan_verifikasi":null,"biaya":90000000,"catatan_aturan":[],"digabung_ke":null,"keputusan":"belum","lokasi":"Dusun I","nama":"Perbaikan saluran irigasi","opd":null,"prioritas":null,"volume":"2000.00"}', '{"alasan_cadangan":null,"alasan_verifikasi":null,"biaya":90000000,"catatan_aturan":[],"digabung_ke":null,"keputusan":"sesuai","lokasi":"Dusun I","nama":"Perbaikan saluran irigasi","opd":null,"prioritas":null,"volume":"2000.00"}', '0d7611185f4fa444062d905c689120e9e233f89a77a72f499c1358c08baa7db7', '7e7aeeb3e2924f7d9d8a57fff14ea32fc1b4821d47417d6d3615f0acf74e2d69');
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 9, '2027-02-15 02:00:00', 'camat.bahorok', 'verifikasi usulan', '2027-12.05.01.2006-003', '{"alasan_cadangan":null,"alasan_verifikasi":null,"biaya":250000000,"catatan_aturan":[],"digabung_ke":null,"keputusan":"belum","lokasi":"Dusun I","nama":"Bantuan bibit","opd":null,"prioritas":null,"volume":"2000.00"}', '{"alasan_cadangan":null,"alasan_verifikasi":null,"biaya":250000000,"catatan_aturan":["Kewenangan desa, bukan kewenangan kabupaten."],"digabung_ke":null,"keputusan":"sesuai","lokasi":"Dusun I","nama":"Bantuan bibit","opd":null,"prioritas":null,"volume":"2000.00"}', '7e7aeeb3e2924f7d9d8a57fff14ea32fc1b4821d47417d6d3615f0acf74e2d69', '18f4566b8d947f1c5817bd9d509e032f99fc2f693d6d0a643a151070f6fa34e4');
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 10, '2027-02-15 02:00:00', 'camat.bahorok', 'pilih prioritas', '2027-12.05.01.2006-001', '{"alasan_cadangan":null,"alasan_verifikasi":null,"biaya":250000000,"catatan_aturan":[],"digabung_ke":null,"keputusan":"sesuai","lokasi":"Dusun I","nama":"Hotmix jalan utama","opd":null,"prioritas":null,"volume":"2000.00"}', '{"alasan_cadangan":null,"alasan_verifikasi":null,"biaya":250000000,"catatan_aturan":[],"digabung_ke":null,"keputusan":"sesuai","lokasi":"Dusun I","nama":"Hotmix jalan utama","opd":"1.03.01","prioritas":1,"volume":"2000.00"}', '18f4566b8d947f1c5817bd9d509e032f99fc2f693d6d0a643a151070f6fa34e4', '60ca1800e886686b641e1bd2082ad5472b464d92a8be93c3a86e811bc17d958e');
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 11, '2027-02-15 02:00:00', 'camat.bahorok', 'pilih prioritas', '2027-12.05.01.2006-002', '{"alasan_cadangan":null,"alasan_verifikasi":null,"biaya":90000000,"catatan_aturan":[],"digabung_ke":null,"keputusan":"sesuai","lokasi":"Dusun I","nama":"Perbaikan saluran irigasi","opd":null,"prioritas":null,"volume":"2000.00"}', '{"alasan_cadangan":null,"alasan_verifikasi":null,"biaya":90000000,"catatan_aturan":[],"digabung_ke":null,"keputusan":"sesuai","lokasi":"Dusun I","nama":"Perbaikan saluran irigasi","opd":"1.03.01","prioritas":1,"volume":"2000.00"}', '60ca1800e886686b641e1bd2082ad5472b464d92a8be93c3a86e811bc17d958e', '0a5b6dc3e10b1b4de2e5298405ac0a7a6592e59296cb3a07d2861fdbedd4d2f6');
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 12, '2027-02-15 02:00:00', 'camat.bahorok', 'pilih prioritas', '2027-12.05.01.2006-003', '{"alasan_cadangan":null,"alasan_verifikasi":null,"biaya":250000000,"catatan_aturan":["Kewenangan desa, bukan kewenangan kabupaten."],"digabung_ke":null,"keputusan":"sesuai","lokasi":"Dusun I","nama":"Bantuan bibit","opd":null,"prioritas":null,"volume":"2000.00"}', '{"alasan_cadangan":null,"alasan_verifikasi":null,"biaya":250000000,"catatan_aturan":["Kewenangan desa, bukan kewenangan kabupaten."],"digabung_ke":null,"keputusan":"sesuai","lokasi":"Dusun I","nama":"Bantuan bibit","opd":"1.03.01","prioritas":1,"volume":"2000.00"}', '0a5b6dc3e10b1b4de2e5298405ac0a7a6592e59296cb3a07d2861fdbedd4d2f6', '40d42c05bc00fb8b915655ed178ad9768d4523f82823ffed38bb9ba3e73a8e98');
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 13, '2027-02-15 02:00:00', 'camat.bahorok', 'pilih prioritas', '2027-12.05.01.1001-001', '{"alasan_cadangan":null,"alasan_verifikasi":null,"biaya":250000000,"catatan_aturan":[],"digabung_ke":null,"keputusan":"sesuai","lokasi":"Dusun I","nama":"Pembangunan drainase","opd":null,"prioritas":null,"volume":"2000.00"}', '{"alasan_cadangan":null,"alasan_verifikasi":null,"biaya":250000000,"catatan_aturan":[],"digabung_ke":null,"keputusan":"sesuai","lokasi":"Dusun I","nama":"Pembangunan drainase","opd":"1.03.01","prioritas":1,"volume":"2000.00"}', '40d42c05bc00fb8b915655ed178ad9768d4523f82823ffed38bb9ba3e73a8e98', '7c2cc8fb535d8bd2f73961ce77cfed225a795cde559afce0d22886c8a9795bfe');
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 14, '2027-02-15 02:00:00', 'camat.bahorok', 'pilih non prioritas', '2027-12.05.01.1001-002', '{"alasan_cadangan":null,"alasan_verifikasi":null,"biaya":250000000,"catatan_aturan":[],"digabung_ke":null,"keputusan":"sesuai","lokasi":"Dusun I","nama":"Pelatihan kader","opd":null,"prioritas":null,"volume":"2000.00"}', '{"alasan_cadangan":"Belum mendesak","alasan_verifikasi":null,"biaya":250000000,"catatan_aturan":[],"digabung_ke":null,"keputusan":"sesuai","lokasi":"Dusun I","nama":"Pelatihan kader","opd":null,"prioritas":null,"volume":"2000.00"}', '7c2cc8fb535d8bd2f73961ce77cfed225a795cde559afce0d22886c8a9795bfe', '4748cc78910ae1938026b7dfa0dd86095d60f7433ad3e03f8aee3164a863fa04');
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 15, '2027-02-15 02:00:00', 'camat.bahorok', 'hitung', 'rapat', 'null', '{"dibuka_untuk_skoring":4,"dihitung":"2027-02-15T02:00:00.000000"}', '4748cc78910ae1938026b7dfa0dd86095d60f7433ad3e03f8aee3164a863fa04', '729232342b5c485002735a58c94c349aaefd5b737f767f3741fd79ee697bb77f');
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 16, '2027-02-15 02:00:00', 'camat.bahorok', 'isi skor', 'skor 2027-12.05.01.1001-001', '{"tingkat":[null,null,null,null,null,null,null,null]}', '{"tingkat":[3,3,3,3,3,3,3,2]}', '729232342b5c485002735a58c94c349aaefd5b737f767f3741fd79ee697bb77f', '4af6511b6c75302296a661d70e0169cae0060367f00e170c9eba6a0385e30fee');
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 17, '2027-02-15 02:00:00', 'camat.bahorok', 'isi skor', 'skor 2027-12.05.01.2006-001', '{"tingkat":[null,null,null,null,null,null,null,null]}', '{"tingkat":[5,4,3,4,5,3,2,3]}', '4af6511b6c75302296a661d70e0169cae0060367f00e170c9eba6a0385e30fee', '9398cc49660d0c68a574c99c0bd100ae20e719fe418d49312cc27d89512b3148');
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 18, '2027-02-15 02:00:00', 'camat.bahorok', 'isi skor', 'skor 2027-12.05.01.2006-002', '{"tingkat":[null,null,null,null,null,null,null,null]}', '{"tingkat":[3,3,3,3,3,3,3,2]}', '9398cc49660d0c68a574c99c0bd100ae20e719fe418d49312cc27d89512b3148', '8e54b8709908bd65e5307f9db5dd3ae2bd6e391736bf77ac6147f808004b785e');
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 19, '2027-02-15 02:00:00', 'camat.bahorok', 'isi skor', 'skor 2027-12.05.01.2006-003', '{"tingkat":[null,null,null,null,null,null,null,null]}', '{"tingkat":[1,2,5,5,1,4,5,1]}', '8e54b8709908bd65e5307f9db5dd3ae2bd6e391736bf77ac6147f808004b785e', '9031b029e5d97cea5a33e5a166ffed1a9eef523046114e512a22cb961c9638cf');
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 20, '2027-02-15 02:00:00', 'camat.bahorok', 'urutkan usulan seri', 'urutan seri 2027-12.05.01.1001-001', 'null', '{"alasan":"Drainase lebih mendesak menurut forum.","urutan_seri":1}', '9031b029e5d97cea5a33e5a166ffed1a9eef523046114e512a22cb961c9638cf', '4c9058be9b6a5983e46feffe75a143cfa8d0cdeaf81eb352ca2776909bf1d30e');
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 21, '2027-02-15 02:00:00', 'camat.bahorok', 'urutkan usulan seri', 'urutan seri 2027-12.05.01.2006-002', 'null', '{"alasan":"Drainase lebih mendesak menurut forum.","urutan_seri":2}', '4c9058be9b6a5983e46feffe75a143cfa8d0cdeaf81eb352ca2776909bf1d30e', '9822465e22bfbe97816ea3b95178c5016f6f5f2d939e9ef0b9202fc13148404c');
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 22, '2027-02-15 05:00:00', 'camat.bahorok', 'kirim usulan ke OPD', 'rapat', 'null', '{"belum_verifikasi":0,"cadangan":1,"desa":2,"desa_mengisi":2,"desa_menyetujui":2,"dibuka_skor":4,"dikirim":"2027-02-15T05:00:00.000000","diterima":5,"masuk":5,"siap_hitung":0,"skor_lengkap":4,"tanpa_opd":0,"tanpa_prioritas":0,"usulan_kecamatan":0,"utama":4}', '9822465e22bfbe97816ea3b95178c5016f6f5f2d939e9ef0b9202fc13148404c', 'e35f6be26e28f8bb85cce3070e3b677c238d74786a30fb0e610cd97f73fbc0f2');
insert into jejak values ('3b6f3135-5744-523b-95d3-424e04b5e607', 23, '2027-02-15 06:00:00', 'camat.bahorok', 'isi Berita Acara', 'berita acara', '{"jabatan_pimpinan":"","jam_selesai":"","laki_laki":null,"nama_bappeda":"","nip_bappeda":"","nomor":"","pemateri":[],"perempuan":null,"pimpinan":"","sambutan":[],"versi":1,"wakil":[]}', '{"jabatan_pimpinan":"","jam_selesai":"12.30","laki_laki":40,"nama_bappeda":"","nip_bappeda":"","nomor":"050/12/2027","pemateri":[],"perempuan":24,"pimpinan":"Camat Bahorok","sambutan":[],"versi":1,"wakil":[{"jabatan":"Ketua","lembaga":"PKK","nama":"Ibu Contoh"}]}', 'e35f6be26e28f8bb85cce3070e3b677c238d74786a30fb0e610cd97f73fbc0f2', 'ee0ca418c2a7ca204177d4378e08543658a4d36df24d5024fc49b20a6a517545');
insert into jejak values ('pengguna', 1, '2027-02-15 06:00:00', 'camat.bahorok', 'masuk', 'camat.bahorok', 'null', 'null', '0000000000000000000000000000000000000000000000000000000000000000', 'fa11dff749e3cd93ce630eb221c5117bed78f998d5401cb5f6650e4412093f1f');
