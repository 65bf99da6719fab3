import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData } from '#app/platform/http/respond.ts';
import { FieldRow, SelectField, TextField } from '#app/ui/forms.tsx';
import { ORGANISATION_ROLES } from '../domain/edition-types.ts';
import { keptValues, numberOf, textOf } from '../forms.ts';
import { editionsPermissions } from '../permissions.ts';
import { organisationFieldOf, typedOrganisation } from '../typed-organisation.server.ts';
import { FormPage, formTools } from '../ui/form-page.tsx';
import { OrganisationField } from '../ui/organisation-field.tsx';
import { recordOrganisation } from '../use-cases/record-organisation.server.ts';
import { editionOf } from './edition-of.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { edition, organisations } = await editionOf(ctx, args.params, args.request, editionsPermissions.recordOrganisation, 'any-side');
  return { locale: ctx.locale, slug: edition.slug, position: String(organisations.length + 1) };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const { edition } = await editionOf(ctx, args.params, args.request, editionsPermissions.recordOrganisation, 'any-side');
  const form = await args.request.formData();
  const kept = keptValues(form);
  const found = await typedOrganisation(ctx, organisationFieldOf(form), { authoritiesOnly: false });
  if (found.choices) return data({ refusal: { code: 'choose' }, kept, choices: found.choices }, { status: 422 });
  if (found.id === null) return refusalData({ code: 'editions.unknown-organisation' }, kept);
  const input = { organisationId: found.id, role: textOf(form, 'role'), position: numberOf(form, 'position') };
  const recorded = await recordOrganisation(ctx, edition.id, input);
  if (!recorded.ok) return refusalData(recorded.refusal, kept);
  return redirect(`/${ctx.locale}/desk/editions/${edition.slug}?saved=1#organisations`);
}

export default function NewOrganisation() {
  const { locale, slug, position } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const tools = formTools(locale, refused, { position, role: 'co-organiser' });
  const { t, value, error } = tools;
  const roles = ORGANISATION_ROLES.map((role) => ({ value: role, label: t(`editions.role.${role}`) }));
  return (
    <FormPage tools={tools} refused={refused} title={t('editions.form.organisation')} back={`/${locale}/desk/editions/${slug}`}>
      <OrganisationField
        tools={tools}
        label="editions.field.organisation"
        authoritiesOnly={false}
        choices={refused && 'choices' in refused ? refused.choices : null}
        shownName=""
        shownId=""
      />
      <FieldRow>
        <SelectField name="role" label={t('editions.field.role')} options={roles} defaultValue={value('role')} />
        <TextField
          name="position"
          width="short"
          inputMode="numeric"
          label={t('editions.field.position')}
          defaultValue={value('position')}
          error={error('position')}
          required
        />
      </FieldRow>
    </FormPage>
  );
}
