-- The usulan of an earlier year that this one proposes again, of the same desa/kelurahan; null: it is proposed for the
-- first time.

alter table usulan add column pendahulu uuid;
