import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData } from '#app/platform/http/respond.ts';
import { FieldRow, SelectField, TextField } from '#app/ui/forms.tsx';
import { countryName } from '../domain/country.ts';
import { FIGURE_KINDS, FIGURE_QUALIFIERS } from '../domain/edition-types.ts';
import { figureForm, keptValues } from '../forms.ts';
import { editionsPermissions } from '../permissions.ts';
import { FormPage, formTools, LocalisedFields } from '../ui/form-page.tsx';
import { recordFigure } from '../use-cases/record-figure.server.ts';
import { editionOf } from './edition-of.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { edition, series, may } = await editionOf(ctx, args.params, args.request, editionsPermissions.recordFigure, 'any-side');
  const own = series.countries.filter((code) => may(editionsPermissions.recordFigure, code).ok);
  const sides = own.map((code) => ({ value: code, label: countryName(code, ctx.locale) }));
  return { locale: ctx.locale, slug: edition.slug, sides, both: may(editionsPermissions.recordFigure).ok };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const { edition } = await editionOf(ctx, args.params, args.request, editionsPermissions.recordFigure, 'any-side');
  const form = await args.request.formData();
  const recorded = await recordFigure(ctx, edition.id, figureForm(form));
  if (!recorded.ok) return refusalData(recorded.refusal, keptValues(form));
  return redirect(`/${ctx.locale}/desk/editions/${edition.slug}?saved=1#figures`);
}

export default function NewFigure() {
  const { locale, slug, sides, both } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const tools = formTools(locale, refused, { qualifier: 'exact' });
  const { t, value, error } = tools;
  const kinds = FIGURE_KINDS.map((kind) => ({ value: kind, label: t(`editions.kind.${kind}`) }));
  const qualifiers = FIGURE_QUALIFIERS.map((qualifier) => ({ value: qualifier, label: t(`editions.qualifier.${qualifier}`) }));
  return (
    <FormPage tools={tools} refused={refused} title={t('editions.form.figure')} back={`/${locale}/desk/editions/${slug}`}>
      <FieldRow>
        <SelectField name="kind" label={t('editions.field.kind')} options={kinds} defaultValue={value('kind')} error={error('kind')} />
        <SelectField
          name="side"
          label={t('editions.field.side')}
          {...(both ? { placeholder: t('editions.field.side-both') } : {})}
          options={sides}
          defaultValue={value('side')}
        />
      </FieldRow>
      <FieldRow>
        <SelectField name="qualifier" label={t('editions.field.qualifier')} options={qualifiers} defaultValue={value('qualifier')} />
        <TextField
          name="value"
          width="short"
          inputMode="numeric"
          label={t('editions.field.value')}
          defaultValue={value('value')}
          error={error('value')}
          required
        />
      </FieldRow>
      <TextField
        name="asOf"
        width="medium"
        label={t('editions.field.asOf')}
        hint={t('editions.field.dates-hint')}
        defaultValue={value('asOf')}
        error={error('dates')}
        required
      />
      <LocalisedFields tools={tools} name="source" label="editions.field.source" required />
      <LocalisedFields tools={tools} name="note" label="editions.field.note" />
    </FormPage>
  );
}
