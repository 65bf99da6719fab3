ALTER TABLE "mailing_letters" ALTER COLUMN "person_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "reply_to" text;--> statement-breakpoint
ALTER TABLE "mailing_letters" ADD COLUMN "officer_id" uuid;--> statement-breakpoint
ALTER TABLE "mailing_letters" ADD COLUMN "officer_sent_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "side" text NOT NULL;--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "reply_to" text NOT NULL;--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "signature" text NOT NULL;--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;