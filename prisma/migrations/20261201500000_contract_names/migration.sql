-- The names of the contract: a day is said "on", a record's method is not only a quote's, and places may be larger than a country.
ALTER TABLE quote RENAME COLUMN said_at TO said_on;
ALTER INDEX quote_said_at RENAME TO quote_said_on;
ALTER TYPE quote_method RENAME TO record_method;
ALTER TYPE record_method ADD VALUE 'MODEL';
ALTER TYPE place_kind ADD VALUE 'AREA' BEFORE 'COUNTRY';
ALTER TYPE place_kind ADD VALUE 'OTHER';
