import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import type { Locale } from '#app/lib/locale.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Form, FormActions } from '#app/ui/forms.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { ErrorSummary, Notice } from '#app/ui/states.tsx';
import { comparePath, formPath } from '../../addresses.ts';
import { type FormPageModel, formPage } from '../../form-page.server.ts';
import { picksOf } from '../../forms.ts';
import { refusalText } from '../../texts.ts';
import { CompareField } from '../../ui/form/compare-field.tsx';
import { type FormWords, formWords } from '../../ui/form/form-words.ts';
import { namesOf } from '../../ui/names.ts';
import { compareForms, resolveForms } from '../../use-cases/form/compare-forms.server.ts';

export const headers = () => ({ 'cache-control': 'no-store' });

/** The reader's draft beside what somebody else recorded meanwhile. Without a draft there is nothing to compare. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const id = args.params.participation ?? '';
  const path = formPath(ctx.locale as Locale, id);
  const compared = valueOrThrow(await compareForms(ctx, id), args.request);
  if (!compared) throw redirect(path);
  // What cannot be read as an answer is mended in the form before it is compared.
  if (compared.slips) throw redirect(`${path}?from=draft&check=1`);
  const model = valueOrThrow(await formPage(ctx, id, 'draft'), args.request);
  const { theirs, mine, differences } = compared;
  return { locale: ctx.locale as Locale, path, model, theirs, mine, differences, revision: compared.opened.participation.revision };
}

/** Sends one form made of the two. If another was recorded once more, the page shows that one. */
export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const participationId = args.params.participation ?? '';
  const form = await args.request.formData();
  const picks = picksOf(form);
  const path = formPath(ctx.locale as Locale, participationId);
  const resolved = await resolveForms(ctx, { participationId, revision: Number(form.get('revision') ?? -1), picks });
  const kept = Object.fromEntries(picks);
  if (!resolved.ok) return refusalData(resolved.refusal, kept);
  const { value } = resolved;
  if (value.outcome === 'undecided') return data({ refusal: null, kept, undecided: value.units }, { status: 422 });
  if (value.outcome === 'overtaken') return redirect(comparePath(ctx.locale as Locale, participationId));
  if (value.outcome === 'faulty') return redirect(`${path}?from=draft&check=1`);
  return redirect(value.outcome === 'no-draft' ? path : `${path}?from=record&sent=${value.changed ? 'new' : 'same'}`);
}

export default function CompareForms() {
  const { locale, path, model, theirs, mine, differences, revision } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const words = formWords(locale, model.view, model.organisations);
  const { t } = words;
  const { authority } = namesOf(model.organisation, model.view, locale);
  const undecided = answered && 'undecided' in answered ? answered.undecided : [];
  const errors = undecided.map((unit) => ({ name: `pick.${unit}`, message: t('participation.compare.undecided') }));
  const refusal = answered?.refusal && refusalText(t, answered.refusal);
  const now = nowText(words, model);
  return (
    <>
      <title>{t('participation.compare.title')}</title>
      <PageHead
        eyebrow={<span lang={authority.lang}>{authority.text}</span>}
        title={t('participation.compare.title')}
        lead={t('participation.compare.lead')}
      />
      <div className="stack stack-l">
        <ErrorSummary title={t('participation.form.errors')} errors={errors} />
        {refusal && (
          <Notice tone="error" live title={t('participation.form.not-sent')}>
            <p>{refusal}</p>
          </Notice>
        )}
        {differences.length === 0 && <Notice title={t('participation.compare.same')} />}
        <Form action={comparePath(locale, model.participation.id)} hidden={{ revision: String(revision) }}>
          {differences.map((difference) => (
            <CompareField
              key={difference.unit}
              {...{ words, difference, theirs, mine, now }}
              picked={answered?.kept[difference.unit] ?? difference.proposed ?? ''}
              error={undecided.includes(difference.unit) ? t('participation.compare.undecided') : undefined}
            />
          ))}
          <FormActions>
            {differences.length > 0 && <Button>{t('participation.compare.send')}</Button>}
            <ButtonLink tone="bare" href={`${path}?from=record`}>
              {t('participation.compare.back')}
            </ButtonLink>
          </FormActions>
        </Form>
      </div>
    </>
  );
}

/** Who recorded what stands now, and when. */
function nowText({ t, instant }: FormWords, { last }: FormPageModel): string {
  if (!last) return t('participation.compare.now-none');
  const values = { name: last.by ?? '', when: instant(last.enteredAt) };
  return t(last.by ? 'participation.compare.now' : 'participation.compare.now-unnamed', values);
}
