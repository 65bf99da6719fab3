import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { countryName } from '#app/features/editions/public.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { ChoiceGroup, Form, FormActions, SelectField } from '#app/ui/forms.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { ErrorSummary } from '#app/ui/states.tsx';
import { COMMITTEE_KINDS } from '../domain/meeting-input.ts';
import { keptValues, textOf, typedText } from '../forms.ts';
import { committeesTexts, refusalText } from '../texts.ts';
import { LocalisedFields } from '../ui/localised-fields.tsx';
import { createCommittee } from '../use-cases/create-committee.server.ts';
import { listMeetings } from '../use-cases/list-meetings.server.ts';
import { editionTitle } from '../use-cases/read-attendance-sheet.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { editions } = valueOrThrow(await listMeetings(ctx), args.request);
  return {
    locale: ctx.locale,
    editions: editions.map((edition) => ({ value: edition.id, label: plainText(editionTitle(edition), ctx.locale) })),
    sides: [...new Set(editions.flatMap((edition) => edition.sides))].map((side) => ({
      value: side,
      label: countryName(side, ctx.locale),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const form = await args.request.formData();
  const sides = form.getAll('sides').filter((side) => typeof side === 'string');
  const input = { editionId: textOf(form, 'edition'), kind: textOf(form, 'kind'), sides, name: typedText(form, 'name') };
  const created = await createCommittee(ctx, input);
  if (created.ok) return redirect(`/${ctx.locale}/desk/meetings#committee-${created.value.id}`);
  if (created.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(created.refusal, { ...keptValues(form), sides: sides.join(' ') });
}

/** The field that a refusal speaks of. */
const FIELD_OF: Record<string, string> = {
  'committees.unknown-kind': 'kind',
  'committees.unknown-side': 'sides',
  'committees.wrong-sides': 'sides',
  'committees.committee-exists': 'kind',
};

export default function NewCommittee() {
  const { locale, editions, sides } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = committeesTexts(locale);
  const kept: Record<string, string> = refused?.kept ?? {};
  const message = refused ? refusalText(t, refused.refusal) : '';
  const field = refused ? (FIELD_OF[refused.refusal.code] ?? `name-${locale}`) : '';
  const error = (name: string) => (field === name ? message : undefined);
  return (
    <>
      <title>{t('committees.meetings.new-committee')}</title>
      <PageHead title={t('committees.meetings.new-committee')} />
      <div className="stack stack-l">
        <ErrorSummary title={t('committees.form.refused')} errors={refused ? [{ name: field, message }] : []} />
        <Form guardUnsaved>
          <SelectField
            name="edition"
            label={t('committees.form.edition')}
            options={editions}
            defaultValue={kept.edition ?? editions[0]?.value}
          />
          <ChoiceGroup
            name="kind"
            label={t('committees.form.kind')}
            choices={COMMITTEE_KINDS.map((kind) => ({ value: kind, label: t(`committees.kind.${kind}`) }))}
            defaultValue={kept.kind}
            error={error('kind')}
          />
          <ChoiceGroup
            name="sides"
            multiple
            label={t('committees.form.sides')}
            hint={t('committees.form.sides-hint')}
            choices={sides}
            defaultValue={kept.sides?.split(' ')}
            error={error('sides')}
          />
          <LocalisedFields name="name" label="committees.form.name-in" locale={locale} kept={kept} error={error(`name-${locale}`)} />
          <FormActions>
            <Button>{t('committees.form.save-committee')}</Button>
            <ButtonLink tone="bare" href={`/${locale}/desk/meetings`}>
              {t('committees.form.back')}
            </ButtonLink>
          </FormActions>
        </Form>
      </div>
    </>
  );
}
