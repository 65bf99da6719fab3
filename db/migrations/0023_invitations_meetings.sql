CREATE TABLE "formal_letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"side" text NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"organisation_id" uuid,
	"person_id" uuid,
	"content" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "formal_letters_number" UNIQUE("side","year","number"),
	CONSTRAINT "formal_letters_addressee" CHECK ("formal_letters"."organisation_id" is not null or "formal_letters"."person_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "invitation_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"invitation_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitation_links_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid,
	"sides" text[] NOT NULL,
	"lang" text NOT NULL,
	"elected" boolean DEFAULT false NOT NULL,
	"invited_at" timestamp with time zone,
	"sent_sequence" integer,
	"answer" text,
	"represented_by" jsonb,
	"note" text DEFAULT '' NOT NULL,
	"answered_at" timestamp with time zone,
	"answer_source" text,
	"entered_by" uuid,
	"answered_sequence" integer,
	"revision" integer DEFAULT 0 NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_once" UNIQUE("meeting_id","person_id"),
	CONSTRAINT "invitations_answered" CHECK (("invitations"."answer" is null) = ("invitations"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "letter_series" (
	"side" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "letter_series_side_year_pk" PRIMARY KEY("side","year")
);
--> statement-breakpoint
CREATE TABLE "meeting_letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mailing_id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"to_address" text NOT NULL,
	"lang" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"state" text NOT NULL,
	"sequence" integer,
	"outbox_id" uuid,
	"officer_id" uuid,
	"officer_sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "meeting_mailings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"person_ids" uuid[] NOT NULL,
	"message" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"reply_to" text NOT NULL,
	"signature" text NOT NULL,
	"answer_by" date,
	"origin" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_by" uuid,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "formal_letters" ADD CONSTRAINT "formal_letters_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formal_letters" ADD CONSTRAINT "formal_letters_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formal_letters" ADD CONSTRAINT "formal_letters_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_links" ADD CONSTRAINT "invitation_links_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_letters" ADD CONSTRAINT "meeting_letters_mailing_id_meeting_mailings_id_fk" FOREIGN KEY ("mailing_id") REFERENCES "public"."meeting_mailings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_letters" ADD CONSTRAINT "meeting_letters_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_mailings" ADD CONSTRAINT "meeting_mailings_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "formal_letters_person" ON "formal_letters" USING btree ("meeting_id","side","person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "formal_letters_organisation" ON "formal_letters" USING btree ("meeting_id","side","organisation_id") WHERE person_id is null;--> statement-breakpoint
CREATE INDEX "invitation_links_invitation" ON "invitation_links" USING btree ("invitation_id");--> statement-breakpoint
CREATE INDEX "invitations_person" ON "invitations" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_letters_once" ON "meeting_letters" USING btree ("mailing_id","invitation_id");--> statement-breakpoint
CREATE INDEX "meeting_letters_invitation" ON "meeting_letters" USING btree ("invitation_id");--> statement-breakpoint
CREATE INDEX "meeting_mailings_meeting" ON "meeting_mailings" USING btree ("meeting_id","created_at");