import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { MeetingFrame } from '#app/features/committees/public.ts';
import { isLocale } from '#app/lib/locale.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { ErrorSummary, Notice } from '#app/ui/states.tsx';
import { minutesTexts, refusalText } from '../texts.ts';
import { ActionsSection } from '../ui/actions-section.tsx';
import { ComposeSection } from '../ui/compose-section.tsx';
import { FilesSection } from '../ui/files-section.tsx';
import { TextsSection } from '../ui/texts-section.tsx';
import { attachFile, MAX_MINUTES_BYTES } from '../use-cases/attach-file.server.ts';
import { composeMinutes } from '../use-cases/compose-minutes.server.ts';
import { detachFile } from '../use-cases/detach-file.server.ts';
import { importTable } from '../use-cases/import-table.server.ts';
import { readMinutes } from '../use-cases/read-minutes.server.ts';

const DONE = ['composed', 'attached', 'detached'] as const;

/** The minutes of a meeting: its texts by language, what they say is to be done, minutes written elsewhere. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const view = valueOrThrow(await readMinutes(ctx, args.params.meetingId ?? ''), args.request);
  const done = DONE.find((known) => known === new URL(args.request.url).searchParams.get('done')) ?? null;
  return { locale: ctx.locale, done, limit: MAX_MINUTES_BYTES / 1e6, ...view };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const meetingId = args.params.meetingId ?? '';
  // Whoever may not write has no file read at all, and one far over the limit is not read to its end.
  valueOrThrow(await readMinutes(ctx, meetingId), args.request);
  const announced = Number(args.request.headers.get('content-length') ?? 0);
  if (announced > MAX_MINUTES_BYTES * 1.1)
    return refusalData({ code: 'files.too-large', params: { size: Math.ceil(announced / 1e6), limit: MAX_MINUTES_BYTES / 1e6 } }, null);
  const done = await perform(ctx, meetingId, await args.request.formData());
  if (done.ok) return redirect(`/${ctx.locale}/${done.value}`);
  if (done.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(done.refusal, null);
}

/** Does what a button asked for; answers the address to go on to. */
async function perform(ctx: Ctx, meetingId: string, form: FormData): Promise<Result<string>> {
  const [intent, id] = [form.get('intent'), String(form.get('id') ?? '')];
  const here = (done: (typeof DONE)[number]) => ok(`desk/meetings/${meetingId}/minutes?done=${done}`);
  if (intent === 'compose') {
    const lang = form.get('lang');
    if (!isLocale(lang)) return refuse('not-found');
    const composed = await composeMinutes(ctx, { meetingId, lang });
    return composed.ok ? here('composed') : composed;
  }
  if (intent === 'attach') {
    const file = form.get('file');
    if (!(file instanceof File) || (file.size === 0 && file.name === '')) return refuse('minutes.no-file');
    const attached = await attachFile(ctx, { meetingId, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    return attached.ok ? here('attached') : attached;
  }
  if (intent === 'detach') {
    const detached = await detachFile(ctx, { meetingId, id });
    return detached.ok ? here('detached') : detached;
  }
  if (intent !== 'import') return refuse('not-found');
  const staged = await importTable(ctx, { meetingId, id });
  return staged.ok ? ok(`desk/imports/${staged.value.batchId}${staged.value.again ? '?again' : ''}`) : staged;
}

export default function Minutes(): ReactNode {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { locale, head, texts, done } = data;
  const t = minutesTexts(locale);
  const unread = refused && /^(tabular|committees)\./.test(refused.refusal.code);
  const message = refused && (unread ? t('minutes.table-unread') : refusalText(t, refused.refusal));
  return (
    <MeetingFrame locale={locale} head={head} current="minutes" page={t('minutes.title')}>
      {message && <ErrorSummary title={t('minutes.refused')} errors={[{ name: 'file', message }]} />}
      {unread && (
        <p>
          <a href={`/${locale}/desk/meetings/${head.id}/import`}>{t('minutes.import-by-hand')}</a>
        </p>
      )}
      {!refused && done === 'composed' && <Done>{t('minutes.composed')}</Done>}
      {!refused && done === 'attached' && <Done>{t('minutes.file.attached')}</Done>}
      {!refused && done === 'detached' && <Done>{t('minutes.file.detached')}</Done>}
      <TextsSection locale={locale} meetingId={head.id} texts={texts} mayWrite={data.mayWrite} />
      {data.composable.length > 0 && (
        <ComposeSection locale={locale} composable={data.composable} missing={data.missing} begun={texts.length > 0} />
      )}
      {texts.map((text) => (
        <ActionsSection key={text.id} locale={locale} text={text} alone={texts.length === 1} />
      ))}
      {(data.mayWrite || data.files.length > 0) && (
        <FilesSection locale={locale} meetingId={head.id} files={data.files} mayWrite={data.mayWrite} limit={data.limit} />
      )}
    </MeetingFrame>
  );
}

function Done({ children }: { children: ReactNode }): ReactNode {
  return (
    <Notice tone="success" live>
      {children}
    </Notice>
  );
}
