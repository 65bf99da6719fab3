import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { bounds, formatPartialDate } from '#app/lib/partial-date.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData } from '#app/platform/http/respond.ts';
import { DateField, FieldRow, TextField } from '#app/ui/forms.tsx';
import { keptValues, slotForm } from '../forms.ts';
import { editionsPermissions } from '../permissions.ts';
import { FormPage, formTools, LocalisedFields } from '../ui/form-page.tsx';
import { addSlot } from '../use-cases/add-slot.server.ts';
import { editionOf } from './edition-of.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { edition } = await editionOf(ctx, args.params, args.request, editionsPermissions.editWorkshops);
  const lead = `${formatPartialDate(edition.dates, ctx.locale)} · ${edition.timeZone}`;
  return { locale: ctx.locale, slug: edition.slug, lead, day: bounds(edition.dates)?.first ?? '' };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const { edition } = await editionOf(ctx, args.params, args.request, editionsPermissions.editWorkshops);
  const form = await args.request.formData();
  const added = await addSlot(ctx, edition.id, slotForm(form));
  if (!added.ok) return refusalData(added.refusal, keptValues(form));
  return redirect(`/${ctx.locale}/desk/editions/${edition.slug}?saved=1#slots`);
}

export default function NewSlot() {
  const { locale, slug, lead, day } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const tools = formTools(locale, refused, { day, parallel: '1' });
  const { t, value, error } = tools;
  return (
    <FormPage tools={tools} refused={refused} title={t('editions.form.slot')} lead={lead} back={`/${locale}/desk/editions/${slug}`}>
      <FieldRow>
        <DateField name="day" label={t('editions.field.day')} defaultValue={value('day')} error={error('dates')} required />
        <TextField
          name="startsAt"
          type="time"
          width="short"
          label={t('editions.field.startsAt')}
          defaultValue={value('startsAt')}
          error={error('startsAt')}
          required
        />
        <TextField name="endsAt" type="time" width="short" label={t('editions.field.endsAt')} defaultValue={value('endsAt')} required />
      </FieldRow>
      <LocalisedFields tools={tools} name="label" label="editions.field.label" required />
      <LocalisedFields tools={tools} name="rooms" label="editions.field.rooms" />
      <TextField
        name="parallel"
        width="short"
        inputMode="numeric"
        label={t('editions.field.parallel')}
        defaultValue={value('parallel')}
        error={error('parallel')}
        required
      />
    </FormPage>
  );
}
