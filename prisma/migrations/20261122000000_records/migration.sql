-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "article_status" AS ENUM ('DRAFT', 'SCHEDULED', 'PUBLISHED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "correction_kind" AS ENUM ('CORRECTION', 'CLARIFICATION', 'UPDATE', 'RETRACTION', 'KILL');

-- CreateEnum
CREATE TYPE "place_kind" AS ENUM ('COUNTRY', 'REGION', 'CITY', 'VENUE');

-- CreateEnum
CREATE TYPE "mention_rel" AS ENUM ('ABOUT', 'MENTIONS', 'DEPICTS');

-- CreateEnum
CREATE TYPE "quote_kind" AS ENUM ('DIRECT', 'INDIRECT', 'MIXED');

-- CreateEnum
CREATE TYPE "source_type" AS ENUM ('NAMED_PERSON', 'NAMED_ORGANIZATION', 'DOCUMENT', 'UNNAMED_PERSON', 'UNNAMED_GROUP', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "quote_method" AS ENUM ('HUMAN', 'RULE');

-- CreateEnum
CREATE TYPE "review_status" AS ENUM ('UNREVIEWED', 'VERIFIED', 'REJECTED');

-- CreateEnum
CREATE TYPE "anchor_state" AS ENUM ('ANCHORED', 'MOVED', 'ALTERED', 'ORPHANED');

-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "uri" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "byline" TEXT,
    "dateline" TEXT,
    "credit_line" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "genre" TEXT,
    "urgency" SMALLINT,
    "keywords" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "status" "article_status" NOT NULL DEFAULT 'DRAFT',
    "embargoed_until" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "revised_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "located_id" UUID,
    "source_id" UUID,
    "rewritten_from_id" UUID,
    "translated_from_id" UUID,
    "listed_at" TIMESTAMPTZ(3),
    "search_vector" tsvector,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_version" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "headline" TEXT NOT NULL,
    "standfirst" TEXT,
    "body" TEXT NOT NULL,
    "word_count" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT,
    "reason" TEXT,

    CONSTRAINT "article_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "image" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "article_id" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "caption" TEXT,
    "credit_line" TEXT,
    "photographer_id" UUID,
    "taken_on" DATE,
    "located_id" UUID,

    CONSTRAINT "image_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "image_person" (
    "image_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "image_person_pkey" PRIMARY KEY ("image_id","person_id")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "article_id" UUID NOT NULL,
    "kind" "correction_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "listed" BOOLEAN NOT NULL DEFAULT false,
    "sort_name" TEXT,

    CONSTRAINT "subject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_subject" (
    "article_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "article_listed_at" TIMESTAMPTZ(3),
    "article_created_at" TIMESTAMPTZ(3),

    CONSTRAINT "article_subject_pkey" PRIMARY KEY ("article_id","subject_id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "description" TEXT,
    "listed" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sort_name" TEXT,
    "name_keys" TEXT,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "organization_id" UUID,
    "from_date" DATE,
    "to_date" DATE,
    "article_id" UUID,

    CONSTRAINT "role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "kind" TEXT,
    "parent_id" UUID,
    "listed" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sort_name" TEXT,
    "name_keys" TEXT,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "kind" "place_kind" NOT NULL,
    "parent_id" UUID,
    "country_code" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "listed" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sort_name" TEXT,
    "name_keys" TEXT,

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "external_id" (
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "person_id" UUID,
    "organization_id" UUID,
    "place_id" UUID,

    CONSTRAINT "external_id_pkey" PRIMARY KEY ("scheme","value")
);

-- CreateTable
CREATE TABLE "mention" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "article_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "rel" "mention_rel" NOT NULL,
    "person_id" UUID,
    "organization_id" UUID,
    "place_id" UUID,
    "position" INTEGER NOT NULL,
    "article_listed_at" TIMESTAMPTZ(3),
    "article_created_at" TIMESTAMPTZ(3),

    CONSTRAINT "mention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mention_span" (
    "mention_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "article_id" UUID NOT NULL,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "mention_span_pkey" PRIMARY KEY ("mention_id","version","index")
);

-- CreateTable
CREATE TABLE "quote" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "article_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "kind" "quote_kind" NOT NULL,
    "position" INTEGER NOT NULL,
    "cue_text" TEXT,
    "cue_start" INTEGER,
    "cue_end" INTEGER,
    "speaker_person_id" UUID,
    "speaker_organization_id" UUID,
    "speaker_name" TEXT,
    "speaker_title" TEXT,
    "source_type" "source_type" NOT NULL DEFAULT 'UNKNOWN',
    "said_at" DATE,
    "said_in_id" UUID,
    "method" "quote_method" NOT NULL DEFAULT 'HUMAN',
    "confidence" DOUBLE PRECISION,
    "review_status" "review_status" NOT NULL DEFAULT 'UNREVIEWED',
    "reviewed_at" TIMESTAMPTZ(3),
    "reviewed_by" TEXT,
    "anchor_state" "anchor_state" NOT NULL DEFAULT 'ANCHORED',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "article_listed_at" TIMESTAMPTZ(3),
    "article_created_at" TIMESTAMPTZ(3),
    "search_vector" tsvector,

    CONSTRAINT "quote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quote_span" (
    "quote_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "article_id" UUID NOT NULL,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,

    CONSTRAINT "quote_span_pkey" PRIMARY KEY ("quote_id","version","index")
);

-- CreateTable
CREATE TABLE "search_language" (
    "config" TEXT NOT NULL,

    CONSTRAINT "search_language_pkey" PRIMARY KEY ("config")
);

-- CreateIndex
CREATE UNIQUE INDEX "article_slug_key" ON "article"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "article_uri_key" ON "article"("uri");

-- CreateIndex
CREATE UNIQUE INDEX "article_version_article_id_number_key" ON "article_version"("article_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "image_article_id_index_key" ON "image"("article_id", "index");

-- CreateIndex
CREATE UNIQUE INDEX "subject_code_key" ON "subject"("code");

-- CreateIndex
CREATE UNIQUE INDEX "person_slug_key" ON "person"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "role_person_id_organization_id_from_date_key" ON "role"("person_id", "organization_id", "from_date");

-- CreateIndex
CREATE UNIQUE INDEX "organization_slug_key" ON "organization"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "place_slug_key" ON "place"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "mention_id_article_id_key" ON "mention"("id", "article_id");

-- CreateIndex
CREATE UNIQUE INDEX "quote_id_article_id_key" ON "quote"("id", "article_id");

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_located_id_fkey" FOREIGN KEY ("located_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_rewritten_from_id_fkey" FOREIGN KEY ("rewritten_from_id") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_translated_from_id_fkey" FOREIGN KEY ("translated_from_id") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_version" ADD CONSTRAINT "article_version_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "image" ADD CONSTRAINT "image_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "image" ADD CONSTRAINT "image_photographer_id_fkey" FOREIGN KEY ("photographer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "image" ADD CONSTRAINT "image_located_id_fkey" FOREIGN KEY ("located_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "image_person" ADD CONSTRAINT "image_person_image_id_fkey" FOREIGN KEY ("image_id") REFERENCES "image"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "image_person" ADD CONSTRAINT "image_person_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_article_id_version_fkey" FOREIGN KEY ("article_id", "version") REFERENCES "article_version"("article_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_subject" ADD CONSTRAINT "article_subject_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_subject" ADD CONSTRAINT "article_subject_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role" ADD CONSTRAINT "role_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role" ADD CONSTRAINT "role_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role" ADD CONSTRAINT "role_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_id" ADD CONSTRAINT "external_id_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_id" ADD CONSTRAINT "external_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_id" ADD CONSTRAINT "external_id_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_article_id_version_fkey" FOREIGN KEY ("article_id", "version") REFERENCES "article_version"("article_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention_span" ADD CONSTRAINT "mention_span_mention_id_article_id_fkey" FOREIGN KEY ("mention_id", "article_id") REFERENCES "mention"("id", "article_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention_span" ADD CONSTRAINT "mention_span_article_id_version_fkey" FOREIGN KEY ("article_id", "version") REFERENCES "article_version"("article_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_article_id_version_fkey" FOREIGN KEY ("article_id", "version") REFERENCES "article_version"("article_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_speaker_person_id_fkey" FOREIGN KEY ("speaker_person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_speaker_organization_id_fkey" FOREIGN KEY ("speaker_organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_said_in_id_fkey" FOREIGN KEY ("said_in_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_span" ADD CONSTRAINT "quote_span_quote_id_article_id_fkey" FOREIGN KEY ("quote_id", "article_id") REFERENCES "quote"("id", "article_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_span" ADD CONSTRAINT "quote_span_article_id_version_fkey" FOREIGN KEY ("article_id", "version") REFERENCES "article_version"("article_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;
