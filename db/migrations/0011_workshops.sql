CREATE TABLE "allocation_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"input" jsonb NOT NULL,
	"time_limit_seconds" integer NOT NULL,
	"progress" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"result" jsonb,
	"failure" text,
	"replay_of" uuid,
	"started_by" uuid,
	"started_at" timestamp with time zone NOT NULL,
	"alive_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "allocation_runs_number" UNIQUE("edition_id","number")
);
--> statement-breakpoint
CREATE TABLE "allocation_settings" (
	"edition_id" uuid PRIMARY KEY NOT NULL,
	"talk_minutes" integer DEFAULT 7 NOT NULL,
	"min_per_country" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"max_spread" integer,
	"seed" integer DEFAULT 1 NOT NULL,
	"time_limit_seconds" integer DEFAULT 30 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft_plans" (
	"edition_id" uuid PRIMARY KEY NOT NULL,
	"run_id" uuid,
	"placements" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pairs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"joint_minutes" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pairs_first" UNIQUE("edition_id","first_id"),
	CONSTRAINT "pairs_second" UNIQUE("edition_id","second_id"),
	CONSTRAINT "pairs_ordered" CHECK ("pairs"."first_id" < "pairs"."second_id")
);
--> statement-breakpoint
CREATE TABLE "pins" (
	"edition_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"workshop_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pins_edition_id_organisation_id_pk" PRIMARY KEY("edition_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "published_plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"run_id" uuid,
	"placements" jsonb NOT NULL,
	"attendance" jsonb NOT NULL,
	"published_by" uuid,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "published_plans_version" UNIQUE("edition_id","version")
);
--> statement-breakpoint
CREATE TABLE "workshop_capacities" (
	"workshop_id" uuid PRIMARY KEY NOT NULL,
	"talk_minutes" integer NOT NULL,
	"seats" integer NOT NULL,
	CONSTRAINT "workshop_capacities_natural" CHECK ("workshop_capacities"."talk_minutes" >= 0 and "workshop_capacities"."seats" >= 0)
);
--> statement-breakpoint
CREATE TABLE "workshop_chairs" (
	"workshop_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"source" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workshop_chairs_workshop_id_organisation_id_pk" PRIMARY KEY("workshop_id","organisation_id")
);
--> statement-breakpoint
ALTER TABLE "allocation_runs" ADD CONSTRAINT "allocation_runs_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_settings" ADD CONSTRAINT "allocation_settings_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_plans" ADD CONSTRAINT "draft_plans_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_plans" ADD CONSTRAINT "draft_plans_run_id_allocation_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."allocation_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairs" ADD CONSTRAINT "pairs_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairs" ADD CONSTRAINT "pairs_first_id_organisations_id_fk" FOREIGN KEY ("first_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairs" ADD CONSTRAINT "pairs_second_id_organisations_id_fk" FOREIGN KEY ("second_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pins" ADD CONSTRAINT "pins_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pins" ADD CONSTRAINT "pins_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pins" ADD CONSTRAINT "pins_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_plans" ADD CONSTRAINT "published_plans_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_plans" ADD CONSTRAINT "published_plans_run_id_allocation_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."allocation_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_capacities" ADD CONSTRAINT "workshop_capacities_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_chairs" ADD CONSTRAINT "workshop_chairs_workshop_id_workshops_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."workshops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_chairs" ADD CONSTRAINT "workshop_chairs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "published_plans_edition" ON "published_plans" USING btree ("edition_id","version");