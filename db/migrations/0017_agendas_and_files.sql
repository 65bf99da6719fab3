CREATE TABLE "stored_files" (
	"hash" text PRIMARY KEY NOT NULL,
	"size" integer NOT NULL,
	"type" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"touched_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_item_documents" (
	"item_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	CONSTRAINT "agenda_item_documents_item_id_document_id_pk" PRIMARY KEY("item_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "agenda_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" jsonb NOT NULL,
	"note" jsonb,
	"minutes" integer,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_speakers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"person_id" uuid,
	"label" text,
	CONSTRAINT "agenda_speakers_position" UNIQUE("item_id","position"),
	CONSTRAINT "agenda_speakers_one" CHECK (("agenda_speakers"."person_id" is null) <> ("agenda_speakers"."label" is null))
);
--> statement-breakpoint
CREATE TABLE "meeting_document_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"lang" text NOT NULL,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "meeting_document_files_lang" UNIQUE("document_id","lang")
);
--> statement-breakpoint
CREATE TABLE "meeting_documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"title" jsonb NOT NULL,
	"body" jsonb,
	"generated_key" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "meeting_documents_number" UNIQUE("meeting_id","number"),
	CONSTRAINT "meeting_documents_number_positive" CHECK ("meeting_documents"."number" > 0),
	CONSTRAINT "meeting_documents_generated" CHECK (("meeting_documents"."kind" = 'generated') = ("meeting_documents"."generated_key" is not null))
);
--> statement-breakpoint
CREATE TABLE "voiced_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"committee_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" jsonb NOT NULL,
	"organisation_id" uuid,
	"person_id" uuid,
	"by_label" text,
	"meeting_id" uuid,
	"mail_date" text,
	"source" jsonb,
	"state" text DEFAULT 'open' NOT NULL,
	"outcome" jsonb,
	"settled_on" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "voiced_notes_settled" CHECK (("voiced_notes"."state" = 'settled') = ("voiced_notes"."outcome" is not null))
);
--> statement-breakpoint
ALTER TABLE "agenda_item_documents" ADD CONSTRAINT "agenda_item_documents_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item_documents" ADD CONSTRAINT "agenda_item_documents_document_id_meeting_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."meeting_documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_speakers" ADD CONSTRAINT "agenda_speakers_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_speakers" ADD CONSTRAINT "agenda_speakers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_document_files" ADD CONSTRAINT "meeting_document_files_document_id_meeting_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."meeting_documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_document_files" ADD CONSTRAINT "meeting_document_files_hash_stored_files_hash_fk" FOREIGN KEY ("hash") REFERENCES "public"."stored_files"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_documents" ADD CONSTRAINT "meeting_documents_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voiced_notes" ADD CONSTRAINT "voiced_notes_committee_id_committees_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."committees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voiced_notes" ADD CONSTRAINT "voiced_notes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voiced_notes" ADD CONSTRAINT "voiced_notes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voiced_notes" ADD CONSTRAINT "voiced_notes_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_item_documents_document" ON "agenda_item_documents" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "agenda_items_meeting" ON "agenda_items" USING btree ("meeting_id","position");--> statement-breakpoint
CREATE INDEX "agenda_speakers_person" ON "agenda_speakers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "meeting_document_files_hash" ON "meeting_document_files" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "voiced_notes_committee" ON "voiced_notes" USING btree ("committee_id");--> statement-breakpoint
CREATE INDEX "voiced_notes_meeting" ON "voiced_notes" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "voiced_notes_organisation" ON "voiced_notes" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "voiced_notes_person" ON "voiced_notes" USING btree ("person_id");