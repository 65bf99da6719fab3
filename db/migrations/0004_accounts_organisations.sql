CREATE TABLE "organisation_identifiers" (
	"organisation_id" uuid NOT NULL,
	"system" text NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "organisation_identifiers_system_kind_code_pk" PRIMARY KEY("system","kind","code")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"is_authority" boolean NOT NULL,
	"country" char(2) NOT NULL,
	"system" text NOT NULL,
	"code" text NOT NULL,
	"names" jsonb NOT NULL,
	"population" integer,
	"population_year" integer,
	"latitude" double precision,
	"longitude" double precision,
	"parent_id" uuid,
	"valid_from" text,
	"valid_to" text,
	"hand_made" boolean DEFAULT false NOT NULL,
	"source" text NOT NULL,
	"order_key" text NOT NULL,
	"sort_key_fr" text NOT NULL,
	"sort_key_ja" text NOT NULL,
	"search" text[] NOT NULL,
	"prominence" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organisation_identifiers" ADD CONSTRAINT "organisation_identifiers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_parent_id_organisations_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organisation_identifiers_organisation" ON "organisation_identifiers" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "organisations_search" ON "organisations" USING gin ("search");--> statement-breakpoint
CREATE INDEX "organisations_parent" ON "organisations" USING btree ("parent_id") WHERE parent_id is not null;