import type { ReactNode } from 'react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { plainText } from '#app/lib/localised-text.ts';
import type { Refusal } from '#app/lib/result.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { signInUrl, statusOf, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { DateField, Form, FormActions } from '#app/ui/forms.tsx';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { ErrorSummary } from '#app/ui/states.tsx';
import { Ordinals } from '#app/ui/text.tsx';
import { keptValues, numberOf, savedQuery, tellingOf, textOf } from '../forms.ts';
import { type MoveModel, stageMoveModel } from '../move-model.server.ts';
import { refusalText, timelineTexts } from '../texts.ts';
import { editionText } from '../timeline-words.ts';
import { MovePage } from '../ui/move-page.tsx';
import stylesheet from '../ui/timeline.css?url';
import { moveStage, openStage, previewStageMove } from '../use-cases/move-stage.server.ts';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

/** The last day of a part of the form; whatever else the form asks for is arranged in its settings. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const found = valueOrThrow(await openStage(ctx, args.params.edition ?? '', args.params.stage ?? ''), args.request);
  const { view } = found.opened;
  return {
    ...{ locale: ctx.locale, slug: view.edition.slug, edition: editionText({ timeline: { view }, locale: ctx.locale }) },
    ...{ title: plainText(found.title, ctx.locale), closesOn: found.stage.closesOn, revision: String(found.revision) },
  };
}

type Answer = { refusal: Refusal | null; kept: Record<string, string>; preview: MoveModel | null };

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const { edition = '', stage = '' } = args.params;
  const form = await args.request.formData();
  const act = textOf(form, 'act');
  const move = { stage, closesOn: textOf(form, 'date'), revision: numberOf(form, 'revision') };
  const answer = (refusal: Refusal | null, preview: MoveModel | null = null) => {
    if (refusal?.code === 'sign-in-required') return redirect(signInUrl(args.request));
    const shown: Answer = { refusal, kept: keptValues(form), preview };
    return data(shown, { status: refusal ? statusOf(refusal) : 200 });
  };
  const back = `/${ctx.locale}/desk/editions/${edition}/timeline`;
  if (act === 'again') return answer(null);
  const moved = act === 'confirm' ? await moveStage(ctx, edition, move, tellingOf(form)) : null;
  if (moved?.ok) return redirect(`${back}${savedQuery(moved.value)}`);
  if (moved && moved.refusal.code !== 'timeline.preview-outdated') return answer(moved.refusal);
  const previewed = await previewStageMove(ctx, edition, move);
  if (!previewed.ok) return answer(previewed.refusal);
  return previewed.value ? answer(moved?.refusal ?? null, stageMoveModel(previewed.value, ctx.locale)) : redirect(back);
}

export default function MoveStage(): ReactNode {
  const { locale, slug, edition, title, closesOn, revision } = useLoaderData<typeof loader>();
  const { refusal, kept, preview } = useActionData<typeof action>() ?? { refusal: null, kept: {} as Record<string, string>, preview: null };
  if (preview) return <MovePage model={preview} slug={slug} edition={edition} kept={kept} refusal={refusal} />;
  const t = timelineTexts(locale);
  const editionPage = `/${locale}/desk/editions/${slug}`;
  const message = refusal ? refusalText(t, refusal) : undefined;
  return (
    <>
      <title>{`${title} · ${edition.text}`}</title>
      <Breadcrumbs label={t('timeline.path')} items={[{ label: t('timeline.title'), href: `${editionPage}/timeline` }, { label: title }]} />
      <PageHead eyebrow={<Ordinals text={edition.text} lang={edition.lang} />} title={title} lead={t('timeline.stage-lead')} />
      <ErrorSummary title={t('timeline.form.refused')} errors={message ? [{ name: 'date', message }] : []} />
      <Form guardUnsaved hidden={{ revision }}>
        <DateField name="date" label={t('timeline.stage-closes')} defaultValue={kept.date ?? closesOn} error={message} required />
        <FormActions>
          <Button>{t('timeline.move.preview')}</Button>
          <ButtonLink tone="quiet" href={`${editionPage}/intentions/settings`}>
            {t('timeline.stage-settings')}
          </ButtonLink>
          <ButtonLink tone="bare" href={`${editionPage}/timeline`}>
            {t('timeline.form.back')}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
