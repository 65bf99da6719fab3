import type { ReactNode } from 'react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { countryName } from '#app/features/editions/public.ts';
import { newId } from '#app/lib/id.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { signInUrl, statusOf, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Form, FormActions, SelectField } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { EmptyState, ErrorSummary } from '#app/ui/states.tsx';
import { FilterBar } from '#app/ui/tables.tsx';
import { MAILING_PURPOSES } from '../../domain/mailings/mailing.ts';
import { readRecipientFilter } from '../../domain/mailings/recipient-filter.ts';
import { JUST_DUE_DAYS } from '../../domain/owed.ts';
import { FORM_STAGES } from '../../domain/stages.ts';
import { PARTICIPATION_STATES } from '../../domain/states.ts';
import { fieldOfRefusal, mailingTexts, tickedOf } from '../../forms-mailings.ts';
import { participationTexts, refusalText, stageText, stateText } from '../../texts.ts';
import { MailingFields } from '../../ui/mailings/mailing-fields.tsx';
import { MailingHead, mailingEdition, mailingsPath } from '../../ui/mailings/mailing-head.tsx';
import { RecipientTable } from '../../ui/mailings/recipient-table.tsx';
import { draftMailing } from '../../use-cases/mailings/draft-mailing.server.ts';
import { readRecipients } from '../../use-cases/mailings/read-recipients.server.ts';

const purposeOf = (given: unknown) => MAILING_PURPOSES.find((purpose) => purpose === given) ?? 'invitation';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { searchParams } = new URL(args.request.url);
  const purpose = purposeOf(searchParams.get('purpose'));
  const filter = readRecipientFilter(searchParams);
  const wanted = { edition: args.params.edition ?? '', side: searchParams.get('side'), purpose, filter };
  const { view, ...found } = valueOrThrow(await readRecipients(ctx, wanted), args.request);
  return { ...{ locale: ctx.locale, edition: mailingEdition(view, ctx.locale), purpose, filter, mailingId: newId() }, ...found };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, publicUrl } = requestOf(args);
  const form = await args.request.formData();
  const [texts, ticked] = [mailingTexts(form), tickedOf(form)];
  const drafted = await draftMailing(ctx, {
    ...{ ...texts, publicUrl, edition: args.params.edition ?? '', side: String(form.get('side')), purpose: purposeOf(form.get('purpose')) },
    mailingId: String(form.get('mailingId')),
    to: form.get('to') === 'shown' ? { filter: readRecipientFilter(form) } : { participationIds: ticked },
  });
  if (drafted.ok) return redirect(`/${ctx.locale}/desk/mailings/${drafted.value}`);
  if (drafted.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return data({ refusal: drafted.refusal, kept: { ...texts, ticked } }, { status: statusOf(drafted.refusal) });
}

type Data = Awaited<ReturnType<typeof loader>>;

export default function NewMailing(): ReactNode {
  const found = useLoaderData<typeof loader>();
  const { locale, edition, purpose, filter, side, recipients, sender } = found;
  const refused = useActionData<typeof action>();
  const t = participationTexts(locale);
  const errors = refused && [{ name: fieldOfRefusal(refused.refusal), message: refusalText(t, refused.refusal) ?? refused.refusal.code }];
  const texts = refused?.kept ?? { message: {}, ...sender };
  return (
    <>
      <MailingHead
        locale={locale}
        edition={edition}
        title={t(`participation.mailings.new.${purpose}`)}
        lead={t(`participation.mailings.choose-lead.${purpose}`, { days: JUST_DUE_DAYS })}
      />
      <ErrorSummary title={t('participation.mailings.errors')} errors={errors ?? []} />
      <Filter found={found} />
      {recipients.length === 0 ? (
        <EmptyState title={t('participation.mailings.no-match')} />
      ) : (
        <>
          <RecipientTable locale={locale} recipients={recipients} form="draft" ticked={refused?.kept.ticked} />
          <Section id="texts" title={t('participation.mailings.texts')}>
            <Form
              id="draft"
              guardUnsaved
              hidden={{ purpose, side, mailingId: found.mailingId, state: filter.state ?? '', owes: filter.owes ?? '' }}
            >
              <MailingFields locale={locale} texts={texts} refusal={refused?.refusal} />
              <FormActions>
                <Button>{t('participation.mailings.draft-ticked')}</Button>
                <Button tone="quiet" name="to" value="shown">
                  {t('participation.mailings.draft-shown')}
                </Button>
                <ButtonLink tone="bare" href={mailingsPath(locale, edition.slug)}>
                  {t('participation.mailings.back')}
                </ButtonLink>
              </FormActions>
            </Form>
          </Section>
        </>
      )}
    </>
  );
}

function Filter({ found: { locale, purpose, filter, sides, side } }: { found: Data }): ReactNode {
  const t = participationTexts(locale);
  return (
    <FilterBar
      label={t('participation.mailings.choose')}
      hidden={{ purpose }}
      buttons={<Button tone="quiet">{t('participation.mailings.filter')}</Button>}
    >
      {sides.length > 1 && (
        <SelectField
          name="side"
          label={t('participation.mailings.side')}
          defaultValue={side}
          options={sides.map((of) => ({ value: of, label: countryName(of, locale) }))}
        />
      )}
      <SelectField
        name="state"
        label={t('participation.mailings.state')}
        placeholder={t('participation.mailings.any-state')}
        defaultValue={filter.state ?? ''}
        options={PARTICIPATION_STATES.map((state) => ({ value: state, label: stateText(t, state) }))}
      />
      <SelectField
        name="owes"
        label={t('participation.mailings.owes')}
        placeholder={t('participation.mailings.owes-any')}
        defaultValue={filter.owes ?? ''}
        options={FORM_STAGES.map((stage) => ({ value: stage, label: stageText(t, stage) }))}
      />
    </FilterBar>
  );
}
