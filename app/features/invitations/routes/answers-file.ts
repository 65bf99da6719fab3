import type { LoaderFunctionArgs } from 'react-router';
import { isLocale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { renderCsv } from '#app/platform/documents/csv.ts';
import { renderXlsx } from '#app/platform/documents/office.server.ts';
import { downloadResponse } from '#app/platform/http/download-response.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, valueOrThrow } from '#app/platform/http/respond.ts';
import { answersSheet, answersWorkbook } from '../documents/answers-workbook.ts';
import { readAnswerFilter } from '../domain/count-answers.ts';
import { readInvitations } from '../use-cases/read-invitations.server.ts';

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** The answers that the page of the same filter shows, as a file in the page's language or `?lang=`. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { ctx } = requestOf(args);
  const format = args.params.format ?? '';
  if (!Object.hasOwn(TYPES, format)) notFound();
  const { searchParams } = new URL(args.request.url);
  const asked = searchParams.get('lang');
  const lang = isLocale(asked) ? asked : ctx.locale;
  const wanted = { meetingId: args.params.meetingId ?? '', filter: readAnswerFilter(searchParams) };
  const list = valueOrThrow(await readInvitations(ctx, wanted), args.request);
  const title = plainText(list.head.title, lang);
  const facts = { title, date: list.today, author: list.edition };
  const bytes =
    format === 'csv' ? renderCsv(answersSheet(list.lines, lang), { lang }) : await renderXlsx(answersWorkbook(list.lines, lang, facts));
  return downloadResponse(bytes, {
    ...{ name: `${title}_${list.today}.${format}`, type: TYPES[format as keyof typeof TYPES] },
    plain: `answers_${list.today}.${format}`,
  });
}
