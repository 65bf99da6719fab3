import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button } from '#app/ui/controls.tsx';
import { HiddenValues } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { entryFormModel } from '../entry-form-model.server.ts';
import { entryForm, keptValues, numberOf, storedValues } from '../forms.ts';
import { timelineTexts } from '../texts.ts';
import { itemText, timelineWords } from '../timeline-words.ts';
import { EntryPage } from '../ui/entry-page.tsx';
import { editEntry } from '../use-cases/edit-entry.server.ts';
import { readTimeline } from '../use-cases/read-timeline.server.ts';
import { removeEntry } from '../use-cases/remove-entry.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const timeline = valueOrThrow(await readTimeline(ctx, args.params.edition ?? ''), args.request);
  const item = timeline.items.find(({ origin }) => origin.kind === 'entry' && origin.mayEdit && origin.entry.id === args.params.entry);
  if (item?.origin.kind !== 'entry') notFound();
  const { entry } = item.origin;
  const { date, title, audience, details } = itemText(item, timelineWords(timeline, ctx.locale));
  return {
    ...{ model: entryFormModel(timeline, ctx.locale), stored: storedValues(entry), revision: String(entry.revision) },
    now: [date, title.text, audience, ...details].filter(Boolean).join(' · '),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const edition = args.params.edition ?? '';
  const form = await args.request.formData();
  const change = { id: args.params.entry ?? '', revision: numberOf(form, 'revision') };
  const removes = form.get('act') === 'remove';
  const done = await (removes ? removeEntry(ctx, edition, change) : editEntry(ctx, edition, { ...change, input: entryForm(form) }));
  if (done.ok) return redirect(`/${ctx.locale}/desk/editions/${edition}/timeline?saved=1`);
  if (done.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(done.refusal, removes ? null : keptValues(form));
}

export default function Entry(): ReactNode {
  const { model, stored, revision, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = timelineTexts(model.locale);
  // After a conflict the form takes the revision that stands now; any other refusal leaves it on the one it was opened on.
  const overtaken = refused?.refusal.code === 'timeline.changed-meanwhile';
  const hidden = { revision: overtaken ? revision : (refused?.kept?.revision ?? revision) };
  return (
    <EntryPage model={model} title={t('timeline.form.edit')} kept={refused?.kept ?? stored} refusal={refused?.refusal} hidden={hidden}>
      {overtaken && <Notice tone="warning">{t('timeline.form.now', { facts: now })}</Notice>}
      <Section id="remove" title={t('timeline.form.remove')} lead={t('timeline.form.remove-lead')}>
        <form method="post">
          <HiddenValues values={{ act: 'remove', revision }} />
          <Button tone="danger">{t('timeline.form.remove')}</Button>
        </form>
      </Section>
    </EntryPage>
  );
}
