import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { displayName } from '#app/features/authorities/public.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { formatPartialDate } from '#app/lib/partial-date.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData } from '#app/platform/http/respond.ts';
import { Notice } from '#app/ui/states.tsx';
import { countryName } from '../domain/country.ts';
import { typedEdition } from '../domain/edition-input.ts';
import { editionForm, keptEdition, keptValues, numberOf, textOf } from '../forms.ts';
import { editionsPermissions } from '../permissions.ts';
import { organisationFieldOf, typedOrganisation } from '../typed-organisation.server.ts';
import { EditionFields } from '../ui/edition-fields.tsx';
import { FormPage, formTools } from '../ui/form-page.tsx';
import { editEdition } from '../use-cases/edit-edition.server.ts';
import { editionOf } from './edition-of.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { locale } = ctx;
  const { edition, series, may } = await editionOf(ctx, args.params, args.request, editionsPermissions.editEdition);
  const facts = [edition.theme, edition.venue, edition.presentation].map((text) => plainText(text, locale));
  const hosts = series.countries.filter((code) => may(editionsPermissions.editEdition, code).ok);
  return {
    locale,
    slug: edition.slug,
    revision: String(edition.revision),
    stored: keptEdition(typedEdition(edition)),
    moved:
      edition.dates === 'tbc'
        ? null
        : { dates: formatPartialDate(edition.dates, locale), href: `/${locale}/desk/editions/${edition.slug}/timeline/move` },
    now: [formatPartialDate(edition.dates, locale), ...facts].filter(Boolean).join(' · '),
    host: edition.host && { id: edition.host.id, name: displayName(edition.host.names, locale).text },
    countries: hosts.map((code) => ({ value: code, label: countryName(code, locale) })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const { edition } = await editionOf(ctx, args.params, args.request, editionsPermissions.editEdition);
  const form = await args.request.formData();
  const kept = keptValues(form);
  const found = await typedOrganisation(ctx, organisationFieldOf(form), { country: textOf(form, 'hostCountry'), authoritiesOnly: true });
  if (found.choices) return data({ refusal: { code: 'choose' }, kept, choices: found.choices }, { status: 422 });
  const edited = await editEdition(ctx, edition.id, numberOf(form, 'revision'), {
    ...editionForm(form, found.id),
    // Known dates are moved on a page of their own, which shows first whom that concerns.
    ...(edition.dates === 'tbc' ? {} : { dates: edition.dates }),
  });
  if (!edited.ok) return refusalData(edited.refusal, kept);
  return redirect(`/${ctx.locale}/desk/editions/${edition.slug}?saved=1`);
}

export default function EditEdition() {
  const { locale, slug, revision, stored, moved, now, host, countries } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const tools = formTools(locale, refused, stored);
  const { t } = tools;
  const overtaken = refused?.refusal.code === 'editions.changed-meanwhile';
  // After a choice of host the form is still on the revision it was opened on; after a conflict it takes the new one.
  const hidden = { revision: refused && !overtaken ? (refused.kept.revision ?? revision) : revision };
  return (
    <FormPage tools={tools} refused={refused} title={t('editions.form.edit')} back={`/${locale}/desk/editions/${slug}`} hidden={hidden}>
      {overtaken && <Notice tone="warning">{t('editions.page.changed-now', { facts: now })}</Notice>}
      <EditionFields
        tools={tools}
        countries={countries}
        choices={refused && 'choices' in refused ? refused.choices : null}
        host={host}
        moved={moved}
      />
    </FormPage>
  );
}
