ALTER TABLE "outbox_mails" ADD COLUMN "calendar_method" text;--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "calendar" text;--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "bounced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "bounce_reason" text;--> statement-breakpoint
ALTER TABLE "committees" ADD COLUMN "approval" text DEFAULT 'explicit' NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "end_time" text;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "video_url" text;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "languages" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "chair_id" uuid;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "minute_taker_id" uuid;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "state" text DEFAULT 'planned' NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "updated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "timeline_entries" ADD COLUMN "sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_chair_id_persons_id_fk" FOREIGN KEY ("chair_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_minute_taker_id_persons_id_fk" FOREIGN KEY ("minute_taker_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;