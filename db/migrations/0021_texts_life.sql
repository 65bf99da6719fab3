CREATE TABLE "text_approvals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version_id" uuid NOT NULL,
	"side" text NOT NULL,
	"by_silence" boolean NOT NULL,
	"person_id" uuid,
	"approved_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "text_approvals_side" UNIQUE("version_id","side"),
	CONSTRAINT "text_approvals_who" CHECK (not ("text_approvals"."by_silence" and "text_approvals"."person_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "text_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version_id" uuid NOT NULL,
	"block" integer,
	"quote" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"proposed" text DEFAULT '' NOT NULL,
	"person_id" uuid NOT NULL,
	"entered_by" uuid,
	"organisation_id" uuid,
	"side" text,
	"said_on" date NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"reply" text DEFAULT '' NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "text_comments_block" CHECK ("text_comments"."block" >= 0)
);
--> statement-breakpoint
CREATE TABLE "text_errata" (
	"id" uuid PRIMARY KEY NOT NULL,
	"text_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"instead_of" text NOT NULL,
	"read" text NOT NULL,
	"reason" text NOT NULL,
	"added_by" uuid,
	"added_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "text_errata_number" UNIQUE("text_id","number")
);
--> statement-breakpoint
CREATE TABLE "text_seals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"text_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"sealed_on" date NOT NULL,
	"approvals" jsonb NOT NULL,
	"seal" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "text_seals_once" UNIQUE("text_id"),
	CONSTRAINT "text_seals_form" CHECK ("text_seals"."seal" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "text_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"text_id" uuid NOT NULL,
	"step" text NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"version" integer,
	"side" text,
	"person_id" uuid,
	"note" text DEFAULT '' NOT NULL,
	"stepped_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "text_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"text_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"document" jsonb NOT NULL,
	"annexes" jsonb,
	"hash" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"comments_until" date NOT NULL,
	"sides" text[] NOT NULL,
	"silence" boolean NOT NULL,
	"asked_sides" text[] NOT NULL,
	"asked_count" integer NOT NULL,
	"proposed_by" uuid,
	"proposed_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "text_versions_number" UNIQUE("text_id","number")
);
--> statement-breakpoint
ALTER TABLE "text_approvals" ADD CONSTRAINT "text_approvals_version_id_text_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."text_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_approvals" ADD CONSTRAINT "text_approvals_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_comments" ADD CONSTRAINT "text_comments_version_id_text_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."text_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_comments" ADD CONSTRAINT "text_comments_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_comments" ADD CONSTRAINT "text_comments_entered_by_persons_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_comments" ADD CONSTRAINT "text_comments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_comments" ADD CONSTRAINT "text_comments_answered_by_persons_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_errata" ADD CONSTRAINT "text_errata_text_id_texts_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_errata" ADD CONSTRAINT "text_errata_added_by_persons_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_seals" ADD CONSTRAINT "text_seals_text_id_texts_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_seals" ADD CONSTRAINT "text_seals_version_id_text_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."text_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_steps" ADD CONSTRAINT "text_steps_text_id_texts_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_steps" ADD CONSTRAINT "text_steps_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_versions" ADD CONSTRAINT "text_versions_text_id_texts_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_versions" ADD CONSTRAINT "text_versions_proposed_by_persons_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "text_comments_version" ON "text_comments" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "text_comments_person" ON "text_comments" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "text_steps_text" ON "text_steps" USING btree ("text_id");