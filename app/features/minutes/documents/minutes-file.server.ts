import { renderProseDocx } from '#app/platform/documents/office.server.ts';
import { renderProsePdf } from '#app/platform/documents/pdf.server.ts';
import { minutesTexts } from '../texts.ts';
import { type MinutesContent, minutesProse } from './minutes-prose.ts';

/** The formats of minutes, and what each is sent as. */
export const MINUTES_FORMATS = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type MinutesFormat = keyof typeof MINUTES_FORMATS;

/** A file to be saved; `plain` is its name in letters that every system has. */
export type MinutesFile = { bytes: Uint8Array; name: string; plain: string; type: string };

/** Minutes as a file. The same content gives the same bytes. */
export async function renderMinutes(content: MinutesContent, format: MinutesFormat): Promise<MinutesFile> {
  const { lang, found, view } = content;
  const prose = minutesProse(content);
  const stem = `${view.edition.slug}_${found.meeting.date.replace('/', '--')}`;
  return {
    bytes: await (format === 'pdf' ? renderProsePdf(prose) : renderProseDocx(prose)),
    name: `${stem}_${minutesTexts(lang)('minutes.doc.name')}.${format}`,
    plain: `${stem}_minutes-${lang}.${format}`,
    type: MINUTES_FORMATS[format],
  };
}
