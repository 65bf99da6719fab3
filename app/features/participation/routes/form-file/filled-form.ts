import type { LoaderFunctionArgs } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { readFilledForm } from '../../use-cases/form-file/read-form-file.server.ts';
import { askedFile, sendForm } from './form-download.server.ts';

/** The form of an authority, filled, as a file in the page's language or `?lang=`. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { ctx } = requestOf(args);
  const asked = askedFile(args);
  const form = valueOrThrow(await readFilledForm(ctx, args.params.participation ?? '', asked.lang, asked.origin), args.request);
  return sendForm(form, asked);
}
