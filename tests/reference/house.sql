CREATE TABLE rooms (room TEXT, floor INTEGER, owner TEXT);
INSERT INTO rooms VALUES ('attic', 2, 'Ada'), ('kitchen', 0, NULL);
