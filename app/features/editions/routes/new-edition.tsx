import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { plainText } from '#app/lib/localised-text.ts';
import { ok } from '#app/lib/result.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, refusalData, valueOrThrow } from '#app/platform/http/respond.ts';
import { FieldRow, TextField } from '#app/ui/forms.tsx';
import { countryName, zoneOf } from '../domain/country.ts';
import { editionForm, keptValues, numberOf, textOf } from '../forms.ts';
import { editionsPermissions } from '../permissions.ts';
import { gateOfSeries } from '../sides.server.ts';
import { organisationFieldOf, typedOrganisation } from '../typed-organisation.server.ts';
import { EditionFields } from '../ui/edition-fields.tsx';
import { FormPage, formTools } from '../ui/form-page.tsx';
import { createEdition } from '../use-cases/create-edition.server.ts';
import { readSeries } from '../views.server.ts';

async function seriesOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const view = await readSeries(ctx.db, args.params.series ?? '');
  if (!view) notFound();
  const may = await gateOfSeries(ctx, view.series.countries);
  const gates = view.series.countries.map((code) => ({ code, gate: may(editionsPermissions.createEdition, code) }));
  const hosts = gates.filter(({ gate }) => gate.ok).map(({ code }) => code);
  const refused = gates.find(({ gate }) => !gate.ok)?.gate;
  return valueOrThrow(hosts.length === 0 && refused && !refused.ok ? refused : ok({ ...view, hosts }), args.request);
}

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { series, editions, hosts } = await seriesOf(args);
  const last = editions.at(-1);
  const [a = '', b = ''] = series.countries;
  const turn = last && series.alternates && last.hostCountry === a ? b : a;
  const hostCountry = hosts.includes(turn) ? turn : (hosts[0] ?? turn);
  const ordinal = (last?.ordinal ?? 0) + 1;
  return {
    locale: ctx.locale,
    series: plainText(series.name, ctx.locale),
    countries: hosts.map((code) => ({ value: code, label: countryName(code, ctx.locale) })),
    proposed: { ordinal: String(ordinal), slug: `${series.slug}-${ordinal}`, hostCountry, timeZone: zoneOf(hostCountry), state: 'planned' },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const { series } = await seriesOf(args);
  const form = await args.request.formData();
  const kept = keptValues(form);
  const found = await typedOrganisation(ctx, organisationFieldOf(form), { country: textOf(form, 'hostCountry'), authoritiesOnly: true });
  if (found.choices) return data({ refusal: { code: 'choose' }, kept, choices: found.choices }, { status: 422 });
  const input = { ...editionForm(form, found.id), seriesId: series.id, slug: textOf(form, 'slug'), ordinal: numberOf(form, 'ordinal') };
  const created = await createEdition(ctx, input);
  if (!created.ok) return refusalData(created.refusal, kept);
  return redirect(`/${ctx.locale}/desk/editions/${created.value.slug}`);
}

export default function NewEdition() {
  const { locale, series, countries, proposed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const tools = formTools(locale, refused, proposed);
  const { t, field } = tools;
  return (
    <FormPage tools={tools} refused={refused} title={t('editions.form.edition', { series })} back={`/${locale}/desk/editions`}>
      <FieldRow>
        <TextField {...field('ordinal')} width="short" inputMode="numeric" label={t('editions.field.ordinal')} required />
        <TextField {...field('slug')} label={t('editions.field.slug')} hint={t('editions.field.slug-hint')} spellCheck={false} required />
      </FieldRow>
      <EditionFields tools={tools} countries={countries} choices={refused && 'choices' in refused ? refused.choices : null} host={null} />
    </FormPage>
  );
}
