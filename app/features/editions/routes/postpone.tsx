import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { formatPartialDate } from '#app/lib/partial-date.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData } from '#app/platform/http/respond.ts';
import { TextField } from '#app/ui/forms.tsx';
import { keptValues, textOf, textsOf } from '../forms.ts';
import { editionsPermissions } from '../permissions.ts';
import { FormPage, formTools, LocalisedFields } from '../ui/form-page.tsx';
import { postponeEdition } from '../use-cases/postpone-edition.server.ts';
import { editionOf } from './edition-of.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { edition } = await editionOf(ctx, args.params, args.request, editionsPermissions.postponeEdition);
  return { locale: ctx.locale, slug: edition.slug, now: formatPartialDate(edition.dates, ctx.locale) };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const { edition } = await editionOf(ctx, args.params, args.request, editionsPermissions.postponeEdition);
  const form = await args.request.formData();
  const input = { toDates: textOf(form, 'dates'), reason: textsOf(form, 'reason'), source: textsOf(form, 'source') };
  const moved = await postponeEdition(ctx, edition.id, input);
  if (!moved.ok) return refusalData(moved.refusal, keptValues(form));
  return redirect(`/${ctx.locale}/desk/editions/${edition.slug}?saved=1`);
}

export default function Postpone() {
  const { locale, slug, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const tools = formTools(locale, refused);
  const { t, value, error } = tools;
  return (
    <FormPage tools={tools} refused={refused} title={t('editions.form.postpone')} lead={now} back={`/${locale}/desk/editions/${slug}`}>
      <TextField
        name="dates"
        label={t('editions.field.toDates')}
        hint={t('editions.field.dates-hint')}
        defaultValue={value('dates')}
        error={error('dates')}
        required
      />
      <LocalisedFields tools={tools} name="reason" label="editions.field.reason" />
      <LocalisedFields tools={tools} name="source" label="editions.field.source" />
    </FormPage>
  );
}
