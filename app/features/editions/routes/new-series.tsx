import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData } from '#app/platform/http/respond.ts';
import { Checkbox, FieldRow, SelectField, TextField } from '#app/ui/forms.tsx';
import { countryChoices } from '../domain/country.ts';
import { keptValues, seriesForm } from '../forms.ts';
import { FormPage, formTools, LocalisedFields } from '../ui/form-page.tsx';
import { createSeries } from '../use-cases/create-series.server.ts';

export function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  return { locale: ctx.locale, countries: countryChoices(ctx.locale).map(({ code, name }) => ({ value: code, label: name })) };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const form = await args.request.formData();
  const created = await createSeries(ctx, seriesForm(form));
  if (!created.ok) return refusalData(created.refusal, keptValues(form));
  return redirect(`/${ctx.locale}/desk/editions#${created.value.slug}`);
}

export default function NewSeries() {
  const { locale, countries } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const tools = formTools(locale, refused, { 'country-a': 'FR' });
  const { t, field } = tools;
  const country = (name: 'country-a' | 'country-b') => (
    <SelectField {...field(name)} label={t(`editions.field.${name}`)} placeholder="" options={countries} required />
  );
  return (
    <FormPage tools={tools} refused={refused} title={t('editions.form.series')} back={`/${locale}/desk/editions`}>
      <LocalisedFields tools={tools} name="name" label="editions.field.name" required />
      <LocalisedFields tools={tools} name="shortName" label="editions.field.shortName" required />
      <LocalisedFields
        tools={tools}
        name="editionName"
        label="editions.field.editionName"
        hint="editions.field.editionName-hint"
        required
      />
      <TextField
        {...field('slug')}
        width="medium"
        label={t('editions.field.slug')}
        hint={t('editions.field.slug-hint')}
        spellCheck={false}
        required
      />
      <FieldRow>
        {country('country-a')}
        {country('country-b')}
      </FieldRow>
      <TextField
        {...field('cadence')}
        width="short"
        inputMode="numeric"
        label={t('editions.field.cadence')}
        mark={t('editions.form.optional')}
      />
      <Checkbox
        name="alternates"
        label={t('editions.field.alternates')}
        defaultChecked={!refused || refused.kept.alternates !== undefined}
      />
      <LocalisedFields tools={tools} name="description" label="editions.field.description" rows={4} />
    </FormPage>
  );
}
