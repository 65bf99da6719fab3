ALTER TABLE "form_returns" ALTER COLUMN "base_revision" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "published_plans" ADD COLUMN "input" jsonb NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "form_returns_once" ON "form_returns" USING btree ("participation_id","file_hash") WHERE "form_returns"."state" <> 'discarded' and "form_returns"."file_hash" <> '';--> statement-breakpoint
CREATE UNIQUE INDEX "allocation_runs_running" ON "allocation_runs" USING btree ("edition_id") WHERE state = 'running';--> statement-breakpoint
ALTER TABLE "form_returns" DROP COLUMN "answers";--> statement-breakpoint
ALTER TABLE "form_returns" DROP COLUMN "contacts";