import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { LOCALES } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, refusalData } from '#app/platform/http/respond.ts';
import { FieldRow, SelectField, TextField } from '#app/ui/forms.tsx';
import { typedText } from '../domain/text-input.ts';
import { type Kept, keptTexts, keptValues, workshopForm } from '../forms.ts';
import { editionsPermissions } from '../permissions.ts';
import { slotText } from '../texts.ts';
import { FormPage, formTools, LocalisedFields } from '../ui/form-page.tsx';
import { saveWorkshop } from '../use-cases/save-workshop.server.ts';
import type { EditionView } from '../views.server.ts';
import { editionOf } from './edition-of.server.ts';

/** The number of the workshop in the address; `null` for a new one. */
function numberOfAddress(params: { number?: string }): number | null {
  if (params.number === 'new') return null;
  return /^\d{1,2}$/.test(params.number ?? '') ? Number(params.number) : notFound();
}

function keptWorkshop(workshop: EditionView['workshops'][number]): Kept {
  const subjects = LOCALES.map((lang) => [
    `subjects.${lang}`,
    workshop.subjects.map(({ text }) => text.texts[lang]?.text ?? '').join('\n'),
  ]);
  return {
    number: String(workshop.number),
    printedNumber: workshop.printedNumber ?? '',
    talkMinutes: workshop.talkMinutes === null ? '' : String(workshop.talkMinutes),
    slot: workshop.slotId ?? '',
    ...keptTexts('title', typedText(workshop.title)),
    ...keptTexts('room', typedText(workshop.room)),
    ...Object.fromEntries(subjects),
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { edition, workshops, slots } = await editionOf(ctx, args.params, args.request, editionsPermissions.editWorkshops);
  const was = numberOfAddress(args.params);
  const workshop = workshops.find((candidate) => candidate.number === was);
  if (was !== null && !workshop) notFound();
  return {
    locale: ctx.locale,
    slug: edition.slug,
    was,
    stored: workshop ? keptWorkshop(workshop) : { number: String((workshops.at(-1)?.number ?? 0) + 1) },
    slots: slots.map((slot) => ({
      value: slot.id,
      label: [slotText(slot, ctx.locale), plainText(slot.label, ctx.locale)].filter(Boolean).join(' · '),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const { edition } = await editionOf(ctx, args.params, args.request, editionsPermissions.editWorkshops);
  const form = await args.request.formData();
  const saved = await saveWorkshop(ctx, edition.id, workshopForm(form), numberOfAddress(args.params));
  if (!saved.ok) return refusalData(saved.refusal, keptValues(form));
  return redirect(`/${ctx.locale}/desk/editions/${edition.slug}?saved=1#workshops`);
}

export default function Workshop() {
  const { locale, slug, was, stored, slots } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const tools = formTools(locale, refused, stored);
  const { t, value, error } = tools;
  const title = was === null ? t('editions.form.workshop-new') : t('editions.form.workshop', { number: was });
  return (
    <FormPage tools={tools} refused={refused} title={title} back={`/${locale}/desk/editions/${slug}`}>
      <FieldRow>
        <TextField
          name="number"
          width="short"
          inputMode="numeric"
          label={t('editions.field.number')}
          defaultValue={value('number')}
          error={error('number')}
          required
        />
        <TextField
          name="printedNumber"
          width="short"
          label={t('editions.field.printedNumber')}
          mark={t('editions.form.optional')}
          defaultValue={value('printedNumber')}
        />
      </FieldRow>
      <LocalisedFields tools={tools} name="title" label="editions.field.workshop-title" required />
      <LocalisedFields tools={tools} name="subjects" label="editions.field.subjects" hint="editions.field.subjects-hint" rows={5} />
      <FieldRow>
        <SelectField
          name="slot"
          label={t('editions.field.slot')}
          placeholder={t('editions.field.slot-none')}
          options={slots}
          defaultValue={value('slot')}
        />
        <TextField
          name="talkMinutes"
          width="short"
          inputMode="numeric"
          label={t('editions.field.talkMinutes')}
          mark={t('editions.form.optional')}
          defaultValue={value('talkMinutes')}
          error={error('talkMinutes')}
        />
      </FieldRow>
      <LocalisedFields tools={tools} name="room" label="editions.field.room" />
    </FormPage>
  );
}
