CREATE TABLE "deliverable_marks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"deliverable" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"state" text NOT NULL,
	"on" date NOT NULL,
	"marked_by" uuid,
	"note" text DEFAULT '' NOT NULL,
	"accepted_by" uuid,
	"accepted_at" timestamp with time zone,
	"file_hash" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deliverable_marks_once" UNIQUE("edition_id","deliverable","organisation_id"),
	CONSTRAINT "deliverable_marks_accepted" CHECK ("deliverable_marks"."accepted_at" is null or "deliverable_marks"."state" = 'received')
);
--> statement-breakpoint
CREATE TABLE "reminder_letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"side" text NOT NULL,
	"person_id" uuid NOT NULL,
	"day" date NOT NULL,
	"to_address" text NOT NULL,
	"lang" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"state" text NOT NULL,
	"skipped_because" text,
	"outbox_id" uuid,
	"officer_id" uuid,
	"officer_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reminder_letters_once" UNIQUE("edition_id","person_id","day")
);
--> statement-breakpoint
CREATE TABLE "reminder_rules" (
	"edition_id" uuid NOT NULL,
	"item" text NOT NULL,
	"days" integer[] NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reminder_rules_edition_id_item_pk" PRIMARY KEY("edition_id","item")
);
--> statement-breakpoint
CREATE TABLE "reminder_settings" (
	"edition_id" uuid NOT NULL,
	"side" text NOT NULL,
	"enabled" boolean DEFAULT false NOT NULL,
	"reply_to" text DEFAULT '' NOT NULL,
	"signature" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reminder_settings_edition_id_side_pk" PRIMARY KEY("edition_id","side")
);
--> statement-breakpoint
CREATE TABLE "reminders_sent" (
	"id" uuid PRIMARY KEY NOT NULL,
	"letter_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"item" text NOT NULL,
	"deliverable" text NOT NULL,
	"due" date NOT NULL,
	"days" integer NOT NULL,
	CONSTRAINT "reminders_sent_once" UNIQUE("person_id","organisation_id","item","due","days")
);
--> statement-breakpoint
CREATE TABLE "text_updates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"text_id" uuid NOT NULL,
	"update" "bytea" NOT NULL,
	"merged" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "text_updates_merged" CHECK ("text_updates"."merged" >= 1)
);
--> statement-breakpoint
CREATE TABLE "texts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"lang" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "texts_subject" UNIQUE("kind","subject_id","lang")
);
--> statement-breakpoint
ALTER TABLE "deliverable_marks" ADD CONSTRAINT "deliverable_marks_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliverable_marks" ADD CONSTRAINT "deliverable_marks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_letters" ADD CONSTRAINT "reminder_letters_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_letters" ADD CONSTRAINT "reminder_letters_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_rules" ADD CONSTRAINT "reminder_rules_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_settings" ADD CONSTRAINT "reminder_settings_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders_sent" ADD CONSTRAINT "reminders_sent_letter_id_reminder_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."reminder_letters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders_sent" ADD CONSTRAINT "reminders_sent_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders_sent" ADD CONSTRAINT "reminders_sent_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders_sent" ADD CONSTRAINT "reminders_sent_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_updates" ADD CONSTRAINT "text_updates_text_id_texts_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."texts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliverable_marks_organisation" ON "deliverable_marks" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "reminder_letters_edition" ON "reminder_letters" USING btree ("edition_id","side","day");--> statement-breakpoint
CREATE INDEX "reminder_letters_person" ON "reminder_letters" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "reminders_sent_edition" ON "reminders_sent" USING btree ("edition_id","person_id");--> statement-breakpoint
CREATE INDEX "reminders_sent_letter" ON "reminders_sent" USING btree ("letter_id");--> statement-breakpoint
CREATE INDEX "text_updates_text" ON "text_updates" USING btree ("text_id");