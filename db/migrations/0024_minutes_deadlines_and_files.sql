CREATE TABLE "minutes_deadlines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"text_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	"entry_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "minutes_deadlines_once" UNIQUE("meeting_id","action_id")
);
--> statement-breakpoint
CREATE TABLE "minutes_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "minutes_files_once" UNIQUE("meeting_id","hash")
);
--> statement-breakpoint
ALTER TABLE "minutes_deadlines" ADD CONSTRAINT "minutes_deadlines_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_deadlines" ADD CONSTRAINT "minutes_deadlines_text_id_texts_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_deadlines" ADD CONSTRAINT "minutes_deadlines_entry_id_timeline_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."timeline_entries"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_files" ADD CONSTRAINT "minutes_files_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_files" ADD CONSTRAINT "minutes_files_hash_stored_files_hash_fk" FOREIGN KEY ("hash") REFERENCES "public"."stored_files"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "minutes_deadlines_entry" ON "minutes_deadlines" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "minutes_files_hash" ON "minutes_files" USING btree ("hash");