import type { Locale } from '#app/lib/locale.ts';
import type { Refusal, Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** The formats in which documents leave the program. */
export const EXPORT_FORMATS = ['xlsx', 'docx', 'pdf'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What `export` was asked for; `meeting` is empty for the latest one, `authority` for a form that nobody has filled in. */
export type ExportRequest = {
  edition: string;
  meeting: string | undefined;
  authority?: string | undefined;
  format: ExportFormat;
  lang: Locale;
};

/** A document that the `export` command can make; refusals come with words for the terminal. */
export type Exporter = {
  document: string;
  summary: string;
  /** A refusal of its own in words; null for one that its code says. */
  words?(refusal: Refusal, lang: Locale): string | null;
  make(ctx: Ctx, request: ExportRequest): Promise<Result<{ bytes: Uint8Array }>>;
};
