-- What was shown to the members, approved and sealed is only ever added to: versions, approvals, seals, errata and the steps of the life.
CREATE FUNCTION texts_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER text_versions_append_only BEFORE UPDATE OR DELETE ON text_versions FOR EACH ROW EXECUTE FUNCTION texts_append_only();
--> statement-breakpoint
CREATE TRIGGER text_versions_no_truncate BEFORE TRUNCATE ON text_versions FOR EACH STATEMENT EXECUTE FUNCTION texts_append_only();
--> statement-breakpoint
CREATE TRIGGER text_approvals_append_only BEFORE UPDATE OR DELETE ON text_approvals FOR EACH ROW EXECUTE FUNCTION texts_append_only();
--> statement-breakpoint
CREATE TRIGGER text_approvals_no_truncate BEFORE TRUNCATE ON text_approvals FOR EACH STATEMENT EXECUTE FUNCTION texts_append_only();
--> statement-breakpoint
CREATE TRIGGER text_seals_append_only BEFORE UPDATE OR DELETE ON text_seals FOR EACH ROW EXECUTE FUNCTION texts_append_only();
--> statement-breakpoint
CREATE TRIGGER text_seals_no_truncate BEFORE TRUNCATE ON text_seals FOR EACH STATEMENT EXECUTE FUNCTION texts_append_only();
--> statement-breakpoint
CREATE TRIGGER text_errata_append_only BEFORE UPDATE OR DELETE ON text_errata FOR EACH ROW EXECUTE FUNCTION texts_append_only();
--> statement-breakpoint
CREATE TRIGGER text_errata_no_truncate BEFORE TRUNCATE ON text_errata FOR EACH STATEMENT EXECUTE FUNCTION texts_append_only();
--> statement-breakpoint
CREATE TRIGGER text_steps_append_only BEFORE UPDATE OR DELETE ON text_steps FOR EACH ROW EXECUTE FUNCTION texts_append_only();
--> statement-breakpoint
CREATE TRIGGER text_steps_no_truncate BEFORE TRUNCATE ON text_steps FOR EACH STATEMENT EXECUTE FUNCTION texts_append_only();