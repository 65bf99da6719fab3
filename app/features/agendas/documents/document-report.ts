import type { Locale } from '#app/lib/locale.ts';
import { readText } from '#app/lib/localised-text.ts';
import type { Report, ReportBlock } from '#app/platform/documents/report.ts';
import { pageBlocks } from '../domain/page-text.ts';
import type { MeetingDocument } from '../queries.server.ts';
import { agendasTexts } from '../texts.ts';

/** What every sheet of a meeting's file says besides its own content. */
export type Sheet = {
  lang: Locale;
  /** The edition, over the title. */
  kicker: string;
  /** The meeting. */
  meeting: string;
  footer: string;
  /** `YYYY-MM-DD` */
  date: string;
};

/** A report of a meeting's file, to be filled with blocks. */
export function sheetReport(sheet: Sheet, title: string, blocks: readonly ReportBlock[]): Report {
  const { lang, kicker, meeting, footer, date } = sheet;
  return {
    ...{ lang, kicker, title, footer, date, blocks },
    ...{ subtitle: meeting, running: [meeting, title], facts: [], figures: [], orientation: 'portrait' },
    ...{ author: 'Entente', documentTitle: `${title} – ${meeting}`, description: kicker, keywords: [] },
  };
}

/** The number and title of a document in a language: `Doc 5 – List of intentions`. */
export function documentTitle({ number, title }: Pick<MeetingDocument, 'number' | 'title'>, lang: Locale): string {
  return agendasTexts(lang)('agendas.doc-titled', { number, title: readText(title, lang)?.text ?? '' });
}

/** A page typed here as a sheet, in the language asked for or the one there is. */
export function pageReport(document: MeetingDocument, sheet: Sheet): Report {
  const body = readText(document.body, sheet.lang);
  const blocks = pageBlocks(body?.text ?? '').map(({ kind, text }): ReportBlock => {
    if (kind === 'heading') return { kind: 'heading', text };
    const run = { text: kind === 'item' ? `– ${text}` : text, ...(body && body.lang !== sheet.lang ? { lang: body.lang } : {}) };
    return { kind: 'paragraph', text: run };
  });
  return sheetReport(sheet, documentTitle(document, sheet.lang), blocks);
}

/** A sheet in the place of a document that cannot be bound, which says why and where it is. */
export function standInReport(document: MeetingDocument, why: string, sheet: Sheet): Report {
  return sheetReport(sheet, documentTitle(document, sheet.lang), [{ kind: 'paragraph', text: why }]);
}
