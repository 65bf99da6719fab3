import type { ReactNode } from 'react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { signInUrl, statusOf, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Form, FormActions } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { mailingTexts, revisionOf } from '../../forms-mailings.ts';
import { participationTexts, refusalText } from '../../texts.ts';
import { mailingDay } from '../../ui/mailings/letter-words.ts';
import { LeftOut, Letters, OfficerLetters } from '../../ui/mailings/letters.tsx';
import { MailingFields } from '../../ui/mailings/mailing-fields.tsx';
import { MailingHead, mailingEdition } from '../../ui/mailings/mailing-head.tsx';
import stylesheet from '../../ui/mailings/mailings.css?url';
import { editMailingMessage } from '../../use-cases/mailings/edit-mailing-message.server.ts';
import { markLetterSent } from '../../use-cases/mailings/mark-letter-sent.server.ts';
import { readMailing } from '../../use-cases/mailings/read-mailing.server.ts';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { mailing, view, letters } = valueOrThrow(await readMailing(ctx, args.params.mailing ?? ''), args.request);
  const { searchParams } = new URL(args.request.url);
  const { id, purpose, state, message, replyTo, signature, revision, sentAt } = mailing;
  const { locale } = ctx;
  return {
    ...{ locale, edition: mailingEdition(view, locale), letters, mailing: { id, purpose, state, message, replyTo, signature, revision } },
    sentOn: sentAt && mailingDay(sentAt, locale, view.edition.timeZone),
    done: (['saved', 'sent', 'marked'] as const).find((done) => searchParams.has(done)) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, publicUrl } = requestOf(args);
  const mailingId = args.params.mailing ?? '';
  const form = await args.request.formData();
  const texts = mailingTexts(form);
  const marks = form.get('intent') === 'mark';
  const done = marks
    ? await markLetterSent(ctx, { mailingId, letterId: String(form.get('letter')) })
    : await editMailingMessage(ctx, { ...texts, mailingId, revision: revisionOf(form), publicUrl });
  if (done.ok) return redirect(`/${ctx.locale}/desk/mailings/${mailingId}?${marks ? 'marked' : 'saved'}`);
  if (done.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return data({ refusal: done.refusal, kept: marks ? null : texts }, { status: statusOf(done.refusal) });
}

type Data = Awaited<ReturnType<typeof loader>>;

export default function Mailing(): ReactNode {
  const found = useLoaderData<typeof loader>();
  const { locale, edition, letters, mailing, sentOn } = found;
  const refused = useActionData<typeof action>();
  const t = participationTexts(locale);
  const isDraft = mailing.state === 'draft';
  const leaves = letters.some(({ state }) => state === 'draft' || state === 'for-officer');
  const here = `/${locale}/desk/mailings/${mailing.id}`;
  const actions = isDraft && (
    <>
      {leaves && <ButtonLink href={`${here}/send`}>{t('participation.mailings.send')}</ButtonLink>}
      <ButtonLink tone="bare" href={`${here}/discard`}>
        {t('participation.mailings.discard')}
      </ButtonLink>
    </>
  );
  return (
    <>
      <MailingHead
        locale={locale}
        edition={edition}
        title={t(`participation.mailings.purpose.${mailing.purpose}`)}
        lead={t(`participation.mailings.lead-${mailing.state}`, { day: sentOn ?? '' })}
        actions={actions}
      />
      <Done found={found} />
      {refused && (
        <Notice tone="error" live>
          {refusalText(t, refused.refusal)}
        </Notice>
      )}
      {isDraft && !leaves && <Notice tone="warning">{t('participation.mailings.nothing-to-send')}</Notice>}
      <Letters locale={locale} letters={letters} />
      <OfficerLetters locale={locale} letters={letters} open={mailing.state === 'sent'} />
      <LeftOut locale={locale} letters={letters} />
      {isDraft && <EditTexts found={found} refused={refused} />}
    </>
  );
}

/** What has just been done. */
function Done({ found: { locale, done, letters } }: { found: Data }): ReactNode {
  const t = participationTexts(locale);
  if (!done) return null;
  const queued = letters.filter(({ state }) => state === 'queued').length;
  const texts = {
    saved: () => t('participation.mailings.saved'),
    sent: () => t('participation.mailings.just-sent', { queued }),
    marked: () => t('participation.mailings.marked'),
  };
  return (
    <Notice tone="success" live>
      {texts[done]()}
    </Notice>
  );
}

function EditTexts({ found: { locale, mailing }, refused }: { found: Data; refused: ReturnType<typeof useActionData<typeof action>> }) {
  const t = participationTexts(locale);
  return (
    <Section id="texts" title={t('participation.mailings.edit')}>
      <Form guardUnsaved hidden={{ revision: String(mailing.revision) }}>
        <MailingFields locale={locale} texts={refused?.kept ?? mailing} refusal={refused?.refusal} />
        <FormActions>
          <Button tone="quiet">{t('participation.mailings.save')}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
