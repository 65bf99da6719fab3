CREATE TABLE "timeline_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"track" text NOT NULL,
	"title" jsonb NOT NULL,
	"timing" jsonb NOT NULL,
	"printed_weekday" integer,
	"printed_in" text,
	"audience" text NOT NULL,
	"deliverable" text,
	"addressee_id" uuid,
	"chaser_id" uuid,
	"side" text,
	"note" jsonb,
	"source" jsonb,
	"derived_from" uuid,
	"shifted_from" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "timeline_entries_derived" UNIQUE("edition_id","derived_from"),
	CONSTRAINT "timeline_entries_weekday" CHECK ("timeline_entries"."printed_weekday" between 1 and 7)
);
--> statement-breakpoint
ALTER TABLE "timeline_entries" ADD CONSTRAINT "timeline_entries_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timeline_entries" ADD CONSTRAINT "timeline_entries_addressee_id_organisations_id_fk" FOREIGN KEY ("addressee_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timeline_entries" ADD CONSTRAINT "timeline_entries_chaser_id_organisations_id_fk" FOREIGN KEY ("chaser_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "timeline_entries_edition" ON "timeline_entries" USING btree ("edition_id");