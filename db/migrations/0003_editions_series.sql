CREATE TABLE "edition_contradictions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"printed" text NOT NULL,
	"kept" text NOT NULL,
	"note" jsonb,
	"source" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "edition_contradictions_once" UNIQUE("edition_id","subject","printed")
);
--> statement-breakpoint
CREATE TABLE "edition_figures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"side" text,
	"value" integer NOT NULL,
	"qualifier" text DEFAULT 'exact' NOT NULL,
	"as_of" text NOT NULL,
	"source" jsonb NOT NULL,
	"note" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "edition_figures_natural" CHECK ("edition_figures"."value" >= 0)
);
--> statement-breakpoint
CREATE TABLE "edition_organisations" (
	"edition_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "edition_organisations_edition_id_organisation_id_role_pk" PRIMARY KEY("edition_id","organisation_id","role")
);
--> statement-breakpoint
CREATE TABLE "edition_postponements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"from_dates" text NOT NULL,
	"to_dates" text NOT NULL,
	"reason" jsonb,
	"source" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "edition_postponements_once" UNIQUE("edition_id","from_dates","to_dates")
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"series_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"ordinal" integer NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"host_organisation_id" uuid,
	"host_country" text NOT NULL,
	"city" jsonb,
	"dates" text NOT NULL,
	"time_zone" text NOT NULL,
	"title" jsonb,
	"theme" jsonb,
	"venue" jsonb,
	"presentation" jsonb,
	"sdgs" integer[] DEFAULT '{}' NOT NULL,
	"source" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "editions_slug_unique" UNIQUE("slug"),
	CONSTRAINT "editions_ordinal" UNIQUE("series_id","ordinal"),
	CONSTRAINT "editions_ordinal_positive" CHECK ("editions"."ordinal" > 0)
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" jsonb NOT NULL,
	"short_name" jsonb NOT NULL,
	"edition_name" jsonb NOT NULL,
	"description" jsonb,
	"countries" text[] NOT NULL,
	"cadence_years" integer,
	"alternates" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "series_slug_unique" UNIQUE("slug"),
	CONSTRAINT "series_two_sides" CHECK (cardinality("series"."countries") = 2)
);
--> statement-breakpoint
CREATE TABLE "slots" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"day" date NOT NULL,
	"starts_at" text NOT NULL,
	"ends_at" text NOT NULL,
	"label" jsonb NOT NULL,
	"rooms" jsonb,
	"parallel" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "slots_once" UNIQUE("edition_id","day","starts_at"),
	CONSTRAINT "slots_times" CHECK ("slots"."starts_at" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and "slots"."ends_at" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and "slots"."starts_at" < "slots"."ends_at")
);
--> statement-breakpoint
CREATE TABLE "workshop_subjects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workshop_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text" jsonb NOT NULL,
	CONSTRAINT "workshop_subjects_position" UNIQUE("workshop_id","position")
);
--> statement-breakpoint
CREATE TABLE "workshops" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"printed_number" text,
	"title" jsonb NOT NULL,
	"slot_id" uuid,
	"room" jsonb,
	"talk_minutes" integer,
	CONSTRAINT "workshops_number" UNIQUE("edition_id","number")
);
--> statement-breakpoint
ALTER TABLE "edition_contradictions" ADD CONSTRAINT "edition_contradictions_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_figures" ADD CONSTRAINT "edition_figures_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_organisations" ADD CONSTRAINT "edition_organisations_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_postponements" ADD CONSTRAINT "edition_postponements_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_subjects" ADD CONSTRAINT "workshop_subjects_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_slot_id_slots_id_fk" FOREIGN KEY ("slot_id") REFERENCES "public"."slots"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "edition_figures_edition" ON "edition_figures" USING btree ("edition_id","kind");--> statement-breakpoint
CREATE INDEX "edition_organisations_organisation" ON "edition_organisations" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "editions_host" ON "editions" USING btree ("host_organisation_id");--> statement-breakpoint
CREATE INDEX "workshops_slot" ON "workshops" USING btree ("slot_id");