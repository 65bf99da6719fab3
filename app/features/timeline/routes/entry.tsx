import type { ReactNode } from 'react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import type { Refusal } from '#app/lib/result.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, signInUrl, statusOf, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button } from '#app/ui/controls.tsx';
import { HiddenValues } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { entryFormModel } from '../entry-form-model.server.ts';
import { entryForm, keptValues, numberOf, savedQuery, storedValues, tellingOf, textOf } from '../forms.ts';
import { changeModel, type MoveModel } from '../move-model.server.ts';
import { timelineTexts } from '../texts.ts';
import { Comparison } from '../ui/comparison.tsx';
import { EntryPage } from '../ui/entry-page.tsx';
import { MovePage } from '../ui/move-page.tsx';
import stylesheet from '../ui/timeline.css?url';
import { editEntry } from '../use-cases/edit-entry.server.ts';
import { previewChange } from '../use-cases/preview-change.server.ts';
import { readTimeline } from '../use-cases/read-timeline.server.ts';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const timeline = valueOrThrow(await readTimeline(ctx, args.params.edition ?? ''), args.request);
  const item = timeline.items.find(({ origin }) => origin.kind === 'entry' && origin.mayEdit && origin.entry.id === args.params.entry);
  if (item?.origin.kind !== 'entry') notFound();
  const { entry } = item.origin;
  return { model: entryFormModel(timeline, ctx.locale), stored: storedValues(entry), revision: String(entry.revision) };
}

type Answer = { refusal: Refusal | null; kept: Record<string, string> | null; preview: MoveModel | null };

/** A change whose date moves is shown before it is made; `act` says which of the two is asked for. */
export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const edition = args.params.edition ?? '';
  const form = await args.request.formData();
  const act = textOf(form, 'act');
  const removes = act.endsWith('remove');
  const kept = form.has('kind') ? keptValues(form) : null;
  const answer = (refusal: Refusal | null, preview: MoveModel | null = null) => {
    const shown: Answer = { refusal, kept: preview ? keptValues(form) : kept, preview };
    return data(shown, { status: refusal ? statusOf(refusal) : 200 });
  };
  if (act === 'again') return answer(null);
  const change = { id: args.params.entry ?? '', revision: numberOf(form, 'revision'), input: removes ? null : entryForm(form) };
  const show = async (refusal: Refusal | null) => {
    const previewed = await previewChange(ctx, edition, change);
    if (!previewed.ok) return previewed.refusal.code === 'sign-in-required' ? redirect(signInUrl(args.request)) : answer(previewed.refusal);
    return previewed.value && answer(refusal, changeModel(previewed.value, ctx.locale));
  };
  const asked = act.startsWith('confirm') ? null : await show(null);
  if (asked) return asked;
  const done = await editEntry(ctx, edition, change, tellingOf(form));
  if (done.ok) return redirect(`/${ctx.locale}/desk/editions/${edition}/timeline${savedQuery(done.value)}`);
  if (done.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return (done.refusal.code === 'timeline.preview-outdated' && (await show(done.refusal))) || answer(done.refusal);
}

export default function Entry(): ReactNode {
  const { model, stored, revision } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = timelineTexts(model.locale);
  const { refusal, kept, preview } = answered ?? { refusal: null, kept: null, preview: null };
  if (preview) return <MovePage model={preview} slug={model.slug} edition={model.edition} kept={kept ?? {}} refusal={refusal} />;
  // After a conflict the form takes the revision that stands now; any other refusal leaves it on the one it was opened on.
  const overtaken = refusal?.code === 'timeline.changed-meanwhile';
  const hidden = { revision: overtaken ? revision : (kept?.revision ?? revision) };
  return (
    <EntryPage
      model={model}
      title={t('timeline.form.edit')}
      kept={kept ?? stored}
      refusal={refusal ?? undefined}
      hidden={hidden}
      above={overtaken && kept && <Comparison model={model} stored={stored} kept={kept} />}
    >
      <Section id="remove" title={t('timeline.form.remove')} lead={t('timeline.form.remove-lead')}>
        <form method="post">
          <HiddenValues values={{ act: 'remove', revision }} />
          <Button tone="danger">{t('timeline.form.remove')}</Button>
        </form>
      </Section>
    </EntryPage>
  );
}
