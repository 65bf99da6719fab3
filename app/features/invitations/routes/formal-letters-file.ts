import type { LoaderFunctionArgs } from 'react-router';
import type { LetterDocument } from '#app/platform/documents/letters.ts';
import { renderLettersDocx } from '#app/platform/documents/office.server.ts';
import { renderPdf } from '#app/platform/documents/pdf.server.ts';
import { downloadResponse } from '#app/platform/http/download-response.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, valueOrThrow } from '#app/platform/http/respond.ts';
import { invitationsTexts } from '../texts.ts';
import { readFormalLetters } from '../use-cases/read-formal-letters.server.ts';

const TYPES = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf' } as const;

/** The numbered letters about a meeting, merged into one file for signature. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { ctx } = requestOf(args);
  const format = args.params.format ?? '';
  if (!Object.hasOwn(TYPES, format)) notFound();
  const found = valueOrThrow(await readFormalLetters(ctx, args.params.meetingId ?? ''), args.request);
  if (found.letters.length === 0) notFound();
  const title = `${invitationsTexts(ctx.locale)('invitations.action.letters')} · ${found.title}`;
  const document: LetterDocument = {
    ...{ lang: ctx.locale, documentTitle: title, author: found.edition, description: title, keywords: [], date: found.today },
    letters: found.letters.map(({ content }) => content),
  };
  const bytes =
    format === 'pdf'
      ? await renderPdf('/platform/documents/letters.typ', document, { lang: ctx.locale })
      : await renderLettersDocx(document);
  return downloadResponse(bytes, {
    ...{ name: `${title}.${format}`, type: TYPES[format as keyof typeof TYPES] },
    plain: `letters_${found.today}.${format}`,
  });
}
