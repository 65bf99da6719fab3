import type { ReactNode } from 'react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { LOCALES } from '#app/lib/locale.ts';
import { formatPartialDate } from '#app/lib/partial-date.ts';
import { type Refusal, refuse } from '#app/lib/result.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { signInUrl, statusOf, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Form, FormActions, TextField } from '#app/ui/forms.tsx';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { ErrorSummary } from '#app/ui/states.tsx';
import { Ordinals } from '#app/ui/text.tsx';
import { editionMoveForm, keptValues, savedQuery, tellingOf, textOf } from '../forms.ts';
import { editionMoveModel, type MoveModel } from '../move-model.server.ts';
import { refusalText, timelineTexts } from '../texts.ts';
import { editionText, timelineWords } from '../timeline-words.ts';
import { MovePage } from '../ui/move-page.tsx';
import stylesheet from '../ui/timeline.css?url';
import { moveEdition } from '../use-cases/move-edition.server.ts';
import { previewEditionMove } from '../use-cases/preview-edition-move.server.ts';
import { readTimeline } from '../use-cases/read-timeline.server.ts';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const timeline = valueOrThrow(await readTimeline(ctx, args.params.edition ?? ''), args.request);
  if (!timeline.editsFor.includes(null)) valueOrThrow(refuse('not-allowed'), args.request);
  const { slug, dates } = timeline.view.edition;
  return {
    locale: ctx.locale,
    slug,
    edition: editionText(timelineWords(timeline, ctx.locale)),
    dates: formatPartialDate(dates, ctx.locale),
  };
}

type Answer = { refusal: Refusal | null; kept: Record<string, string>; preview: MoveModel | null };

/** Other dates are shown with all that follows before they are taken; `act` says which of the two is asked for. */
export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const edition = args.params.edition ?? '';
  const form = await args.request.formData();
  const act = textOf(form, 'act');
  const answer = (refusal: Refusal | null, preview: MoveModel | null = null) => {
    const shown: Answer = { refusal, kept: keptValues(form), preview };
    return data(shown, { status: refusal ? statusOf(refusal) : 200 });
  };
  if (act === 'again') return answer(null);
  const input = editionMoveForm(form);
  let refusal: Refusal | null = null;
  if (act === 'confirm') {
    const telling = tellingOf(form);
    const moved = await moveEdition(ctx, edition, { ...input, notify: telling.notify, fingerprint: textOf(form, 'fingerprint') });
    if (moved.ok) return redirect(`/${ctx.locale}/desk/editions/${edition}/timeline${savedQuery(moved.value)}`);
    refusal = moved.refusal;
  }
  if (refusal?.code === 'sign-in-required') return redirect(signInUrl(args.request));
  const previewed = await previewEditionMove(ctx, edition, input.toDates);
  if (!previewed.ok) return previewed.refusal.code === 'sign-in-required' ? redirect(signInUrl(args.request)) : answer(previewed.refusal);
  if (refusal && refusal.code !== 'timeline.preview-outdated') return answer(refusal);
  return answer(refusal, editionMoveModel(previewed.value, ctx.locale));
}

export default function MoveEdition(): ReactNode {
  const { locale, slug, edition, dates } = useLoaderData<typeof loader>();
  const { refusal, kept, preview } = useActionData<typeof action>() ?? { refusal: null, kept: {} as Record<string, string>, preview: null };
  if (preview) return <MovePage model={preview} slug={slug} edition={edition} kept={kept} refusal={refusal} />;
  const t = timelineTexts(locale);
  const title = t('timeline.move-edition');
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const languages = [locale, ...LOCALES.filter((lang) => lang !== locale)];
  const message = refusal ? refusalText(t, refusal) : '';
  const field = String(refusal?.params?.field ?? 'dates');
  const name = field !== 'dates' ? `${field}-${locale}` : field;
  const error = (of: string) => (refusal && of === name ? message : undefined);
  return (
    <>
      <title>{`${title} · ${edition.text}`}</title>
      <Breadcrumbs
        label={t('timeline.path')}
        items={[{ label: t('timeline.title'), href: `/${locale}/desk/editions/${slug}/timeline` }, { label: title }]}
      />
      <PageHead
        eyebrow={<Ordinals text={edition.text} lang={edition.lang} />}
        title={title}
        lead={t('timeline.move.edition-lead', { dates })}
      />
      <ErrorSummary title={t('timeline.form.refused')} errors={refusal ? [{ name, message }] : []} />
      <Form guardUnsaved>
        <TextField
          name="dates"
          label={t('timeline.move.to-dates')}
          hint={t('timeline.move.to-dates-hint')}
          defaultValue={kept.dates}
          error={error('dates')}
          required
        />
        {(['reason', 'source'] as const).flatMap((of) =>
          languages.map((lang) => (
            <TextField
              key={`${of}-${lang}`}
              name={`${of}-${lang}`}
              lang={lang}
              label={t(`timeline.move.${of}`, { language: names.of(lang) ?? lang })}
              mark={t('timeline.form.optional')}
              defaultValue={kept[`${of}-${lang}`]}
              error={error(`${of}-${lang}`)}
            />
          )),
        )}
        <FormActions>
          <Button>{t('timeline.move.preview')}</Button>
          <ButtonLink tone="bare" href={`/${locale}/desk/editions/${slug}/timeline`}>
            {t('timeline.form.back')}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
