import { redirect } from 'react-router';
import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { notFound, refusalData, signInUrl } from '#app/platform/http/respond.ts';
import { TABULAR_LIMITS } from '#app/platform/tabular/types.ts';
import { returnRefusalText } from '../../return-texts.ts';
import { participationTexts } from '../../texts.ts';
import type { RefusedUpload } from '../../ui/form-file/return-upload.tsx';
import { type ReturnedFile, stageReturn } from '../../use-cases/form-file/stage-return.server.ts';

/** Room for the other fields of the form around the file. */
const ENVELOPE = 1.5;

/**
 * Takes in the file of a request, once the caller has let in who asks: leads to its differences, or says what is wrong
 * beside the field. A file far over the limit is not read to its end.
 */
export async function takeInFile(ctx: Ctx, request: Request, at: ReturnedFile['at']) {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > TABULAR_LIMITS.bytes * ENVELOPE) return refused(ctx.locale, tooLarge(announced), '');
  const form = await request.formData();
  const file = form.get('file');
  const chosen = form.get('authority');
  const authority = typeof chosen === 'string' ? chosen : '';
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return refused(ctx.locale, { code: 'nothing-given' }, authority);
  if (file.size > TABULAR_LIMITS.bytes) return refused(ctx.locale, tooLarge(file.size), authority);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const staged = await stageReturn(ctx, { at, chosen: authority || null, fileName: file.name, bytes });
  if (staged.ok) return redirect(`/${ctx.locale}/desk/returns/${staged.value.returnId}${staged.value.again ? '?again' : ''}`);
  if (staged.refusal.code === 'sign-in-required') return redirect(signInUrl(request));
  if (staged.refusal.code === 'not-found') notFound();
  return refused(ctx.locale, staged.refusal, authority);
}

function tooLarge(size: number): Refusal {
  return { code: 'tabular.too-large', params: { size: Math.round(size / 1e6), limit: TABULAR_LIMITS.bytes / 1e6 } };
}

function refused(locale: Locale, refusal: Refusal, authority: string) {
  const message =
    refusal.code === 'nothing-given'
      ? participationTexts(locale)('participation.returns.nothing-given')
      : returnRefusalText(refusal, locale);
  const field = refusal.code === 'participation.return-without-authority' ? 'authority' : 'file';
  return refusalData(refusal, { field, message, authority } satisfies RefusedUpload);
}
