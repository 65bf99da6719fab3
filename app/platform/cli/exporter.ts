import type { Locale } from '#app/lib/locale.ts';
import type { Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** The formats in which documents leave the program. */
export const EXPORT_FORMATS = ['xlsx', 'docx', 'pdf'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What `export` was asked for; `meeting` is empty for the latest one. */
export type ExportRequest = { edition: string; meeting: string | undefined; format: ExportFormat; lang: Locale };

/** A document that the `export` command can make; refusals come with words for the terminal. */
export type Exporter = {
  document: string;
  summary: string;
  make(ctx: Ctx, request: ExportRequest): Promise<Result<{ bytes: Uint8Array }>>;
};
