-- Tables without indexes and rules for rows that still lack the columns which triggers keep.
CREATE UNLOGGED TABLE loaded_article (LIKE article INCLUDING DEFAULTS);
CREATE UNLOGGED TABLE loaded_article_subject (LIKE article_subject INCLUDING DEFAULTS);
CREATE UNLOGGED TABLE loaded_mention (LIKE mention INCLUDING DEFAULTS);
CREATE UNLOGGED TABLE loaded_quote (LIKE quote INCLUDING DEFAULTS);
ALTER TABLE loaded_article ALTER COLUMN listed_at DROP NOT NULL;
ALTER TABLE loaded_article_subject ALTER COLUMN article_listed_at DROP NOT NULL, ALTER COLUMN article_created_at DROP NOT NULL;
ALTER TABLE loaded_mention ALTER COLUMN article_listed_at DROP NOT NULL, ALTER COLUMN article_created_at DROP NOT NULL;
ALTER TABLE loaded_quote ALTER COLUMN article_listed_at DROP NOT NULL, ALTER COLUMN article_created_at DROP NOT NULL;
