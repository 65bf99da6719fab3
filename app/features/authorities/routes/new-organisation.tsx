import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Form, FormActions, HiddenValues } from '#app/ui/forms.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { ErrorSummary } from '#app/ui/states.tsx';
import { emptyValues, keptValues, refusedField, typed, withMoreRows } from '../forms.ts';
import { newOrganisationForm } from '../new-organisation-form.server.ts';
import { authoritiesTexts, refusalText } from '../texts.ts';
import { LikelyExisting } from '../ui/likely-existing.tsx';
import { NatureFields } from '../ui/nature-fields.tsx';
import { FigureFields, MoreNames, NameFields } from '../ui/organisation-fields.tsx';
import { createOrganisation } from '../use-cases/create-organisation.server.ts';
import { findLikelyOrganisations, recordableCountries } from '../use-cases/find-likely-organisations.server.ts';

export function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  return { locale: ctx.locale, countries: valueOrThrow(recordableCountries(ctx), args.request) };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  if (ctx.actor.kind === 'anonymous') return redirect(signInUrl(args.request));
  const form = await args.request.formData();
  const kept = { values: keptValues(form), likely: null, parents: null };
  if (typed(form, 'intent') === 'more-names') return data({ refusal: null, kept: { ...kept, values: withMoreRows(kept.values) } });
  const read = await newOrganisationForm(ctx, form);
  if ('refusal' in read) return refusalData(read.refusal, kept);
  const likely = await findLikelyOrganisations(ctx, read.input);
  if (!likely.ok) return refusalData(likely.refusal, kept);
  if ('parents' in read) return data({ refusal: null, kept: { ...kept, parents: read.parents } });
  // What was not shown yet cannot have been ruled out.
  const seen = typed(form, 'known').split(' ');
  const unseen = likely.value.some((hit) => !seen.includes(hit.slug));
  if (unseen) return data({ refusal: null, kept: { ...kept, likely: likely.value } });
  const created = await createOrganisation(ctx, { ...read.input, evenSo: likely.value.length > 0 });
  return created.ok ? redirect(`/${ctx.locale}/desk/authorities/${created.value.slug}?created`) : refusalData(created.refusal, kept);
}

export default function NewOrganisation() {
  const { locale, countries } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = authoritiesTexts(locale);
  const values = answer?.kept.values ?? emptyValues(locale);
  const likely = answer?.kept.likely ?? null;
  const message = answer?.refusal ? refusalText(t, answer.refusal) : '';
  const field = answer?.refusal ? refusedField(answer.refusal, values) : '';
  const error = (name: string) => (field === name ? message : undefined);
  const known = likely ? likely.map((hit) => hit.slug).join(' ') : (values.known ?? '');
  return (
    <>
      <title>{t('authorities.new.title')}</title>
      <PageHead title={t('authorities.new.title')} lead={t('authorities.new.lead')} />
      <div className="stack stack-l">
        <ErrorSummary title={t('authorities.form.errors')} errors={message ? [{ name: field, message }] : []} />
        {likely && <LikelyExisting locale={locale} likely={likely} />}
        <Form guardUnsaved>
          <HiddenValues values={{ known }} />
          <NatureFields locale={locale} values={values} error={error} countries={countries} parents={answer?.kept.parents ?? null} />
          <NameFields locale={locale} values={values} error={error} />
          <FigureFields locale={locale} values={values} error={error} />
          <FormActions>
            <Button>{t(likely ? 'authorities.likely.even-so' : 'authorities.new.save')}</Button>
            <MoreNames locale={locale} />
            <ButtonLink tone="bare" href={`/${locale}/desk/authorities`}>
              {t('authorities.form.back')}
            </ButtonLink>
          </FormActions>
        </Form>
      </div>
    </>
  );
}
