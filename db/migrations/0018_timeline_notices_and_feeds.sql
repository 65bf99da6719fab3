CREATE TABLE "calendar_feeds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"organisation_id" uuid,
	"edition_id" uuid,
	"token_hash" text NOT NULL,
	"lang" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"renewed_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "calendar_feeds_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "timeline_notice_letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"notice_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid,
	"side" text NOT NULL,
	"to_address" text NOT NULL,
	"reply_to" text NOT NULL,
	"lang" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"state" text NOT NULL,
	"outbox_id" uuid,
	"officer_id" uuid,
	"officer_sent_at" timestamp with time zone,
	CONSTRAINT "timeline_notice_letters_once" UNIQUE("notice_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "timeline_notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"entry_id" uuid,
	"title" jsonb NOT NULL,
	"audience" text,
	"side" text,
	"from_date" text NOT NULL,
	"to_date" text,
	"sent_by" uuid,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "timeline_entries" ADD COLUMN "former_date" text;--> statement-breakpoint
ALTER TABLE "timeline_entries" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timeline_notice_letters" ADD CONSTRAINT "timeline_notice_letters_notice_id_timeline_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."timeline_notices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timeline_notice_letters" ADD CONSTRAINT "timeline_notice_letters_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timeline_notice_letters" ADD CONSTRAINT "timeline_notice_letters_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timeline_notices" ADD CONSTRAINT "timeline_notices_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timeline_notices" ADD CONSTRAINT "timeline_notices_entry_id_timeline_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."timeline_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calendar_feeds_person" ON "calendar_feeds" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "timeline_notice_letters_person" ON "timeline_notice_letters" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "timeline_notices_edition" ON "timeline_notices" USING btree ("edition_id","sent_at");--> statement-breakpoint
CREATE INDEX "timeline_notices_entry" ON "timeline_notices" USING btree ("entry_id");