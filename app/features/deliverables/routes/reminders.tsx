import type { ReactNode } from 'react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import type { Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { signInUrl, statusOf, valueOrThrow } from '#app/platform/http/respond.ts';
import { Notice } from '#app/ui/states.tsx';
import { revisionOf } from '../forms.ts';
import { remindersModel } from '../reminders-model.server.ts';
import { deliverablesTexts, refusalText } from '../texts.ts';
import stylesheet from '../ui/readiness.css?url';
import { ReadinessHead } from '../ui/readiness-head.tsx';
import { Drafts, Log, Preview, type Refused, Rules, Settings } from '../ui/reminder-parts.tsx';
import { arrangeReminders } from '../use-cases/arrange-reminders.server.ts';
import { readReminders } from '../use-cases/read-reminders.server.ts';
import { sendDraft } from '../use-cases/send-draft.server.ts';
import { setRules } from '../use-cases/set-rules.server.ts';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

/** The reminders of a side: what would leave on a day, what waits for an officer, what has left. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, localDemo } = requestOf(args);
  const { searchParams } = new URL(args.request.url);
  const asked = { side: searchParams.get('side'), day: searchParams.get('day') };
  const reminders = valueOrThrow(await readReminders(ctx, args.params.edition ?? '', asked), args.request);
  const done = (['saved', 'sent', 'dropped'] as const).find((one) => searchParams.get('done') === one) ?? null;
  return { model: remindersModel(reminders, ctx.locale), done, localDemo };
}

const DONE: Readonly<Record<string, 'saved' | 'sent' | 'dropped'>> = { settings: 'saved', rules: 'saved', send: 'sent', drop: 'dropped' };

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const slug = args.params.edition ?? '';
  const form = await args.request.formData();
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, typeof value === 'string' ? value : '']));
  const intent = typed.intent ?? '';
  const done = await doneBy(ctx, slug, { form, typed, intent });
  if (done.ok) {
    const params = new URLSearchParams({ ...(typed.side ? { side: typed.side } : {}), done: DONE[intent] ?? 'saved' });
    throw redirect(`/${ctx.locale}/desk/editions/${slug}/reminders?${params}`);
  }
  if (done.refusal.code === 'sign-in-required') throw redirect(signInUrl(args.request));
  return data({ refusal: done.refusal, intent, typed }, { status: statusOf(done.refusal) });
}

type Posted = { form: FormData; typed: Readonly<Record<string, string>>; intent: string };

function doneBy(ctx: Ctx, slug: string, { form, typed, intent }: Posted): Promise<Result<void>> {
  const text = (name: string) => typed[name] ?? '';
  if (intent === 'rules') return setRules(ctx, slug, { item: text('item'), days: text('days') });
  if (intent === 'send' || intent === 'drop') return sendDraft(ctx, slug, { letterId: text('letter'), drop: intent === 'drop' });
  const settings = { side: text('side'), enabled: text('enabled') === 'yes', replyTo: text('reply-to'), signature: text('signature') };
  return arrangeReminders(ctx, slug, { ...settings, revision: revisionOf(form) });
}

export default function RemindersPage(): ReactNode {
  const { model, done, localDemo } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { locale, slug, settings } = model;
  const t = deliverablesTexts(locale);
  const refused: Refused = answer
    ? {
        ...{ intent: answer.intent, typed: answer.typed, field: String(answer.refusal.params?.field ?? '') },
        error: refusalText(t, answer.refusal) ?? answer.refusal.code,
      }
    : null;
  const said = {
    saved: 'deliverables.reminders.saved',
    sent: 'deliverables.reminders.sent-done',
    dropped: 'deliverables.reminders.dropped-done',
  } as const;
  return (
    <>
      <ReadinessHead
        {...{ locale, slug, edition: model.edition, reminds: true, current: 'reminders' }}
        title={t('deliverables.reminders.title')}
        lead={t('deliverables.reminders.lead')}
      />
      <div className="stack">
        {refused && (
          <Notice tone="error" live>
            {refused.error}
          </Notice>
        )}
        {done && !refused && (
          <Notice tone="success" live>
            {t(said[done])}
          </Notice>
        )}
        <Notice tone={settings.enabled ? 'success' : 'info'}>
          {t(settings.enabled ? 'deliverables.reminders.on' : 'deliverables.reminders.off')}
        </Notice>
        {localDemo && <p className="quiet">{t('deliverables.reminders.demo')}</p>}
      </div>
      <Drafts model={model} />
      <Preview model={model} />
      <Settings model={model} refused={refused} />
      <Rules model={model} refused={refused} />
      <Log model={model} />
    </>
  );
}
