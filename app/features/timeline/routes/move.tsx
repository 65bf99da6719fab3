import type { ReactNode } from 'react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { LOCALES, type Locale } from '#app/lib/locale.ts';
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
  const timeline = `/${locale}/desk/editions/${slug}/timeline`;
  const field = String(refusal?.params?.field ?? 'dates');
  const errors = refusal ? [{ name: field === 'dates' ? field : `${field}-${locale}`, message: refusalText(t, refusal) }] : [];
  return (
    <>
      <title>{`${title} · ${edition.text}`}</title>
      <Breadcrumbs label={t('timeline.path')} items={[{ label: t('timeline.title'), href: timeline }, { label: title }]} />
      <PageHead
        eyebrow={<Ordinals text={edition.text} lang={edition.lang} />}
        title={title}
        lead={t('timeline.move.edition-lead', { dates })}
      />
      <ErrorSummary title={t('timeline.form.refused')} errors={errors} />
      <Form guardUnsaved>
        <Fields locale={locale} kept={kept} error={(name) => errors.find((error) => error.name === name)?.message} />
        <FormActions>
          <Button>{t('timeline.move.preview')}</Button>
          <ButtonLink tone="bare" href={timeline}>
            {t('timeline.form.back')}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

type FieldsProps = { locale: Locale; kept: Readonly<Record<string, string>>; error: (name: string) => string | undefined };

function Fields({ locale, kept, error }: FieldsProps): ReactNode {
  const t = timelineTexts(locale);
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const field = (name: string) => ({ name, defaultValue: kept[name], error: error(name) });
  const languages = [locale, ...LOCALES.filter((lang) => lang !== locale)];
  return (
    <>
      <TextField {...field('dates')} label={t('timeline.move.to-dates')} hint={t('timeline.move.to-dates-hint')} required />
      {(['reason', 'source'] as const).flatMap((of) =>
        languages.map((lang) => (
          <TextField
            {...field(`${of}-${lang}`)}
            key={`${of}-${lang}`}
            lang={lang}
            label={t(`timeline.move.${of}`, { language: names.of(lang) ?? lang })}
            mark={t('timeline.form.optional')}
          />
        )),
      )}
    </>
  );
}
