import type { LoaderFunctionArgs } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { readBlankForm } from '../../use-cases/form-file/read-form-file.server.ts';
import { askedFile, sendForm } from './form-download.server.ts';

/** The blank form of an edition as a file, in the page's language or `?lang=`. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { ctx } = requestOf(args);
  const asked = askedFile(args);
  const form = valueOrThrow(await readBlankForm(ctx, args.params.edition ?? '', asked.origin), args.request);
  return sendForm(form, asked);
}
