import type { ReactNode } from 'react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { MeetingFrame } from '#app/features/committees/public.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { signInUrl, statusOf, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Form, FormActions, HiddenValues } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { mailingTexts, revisionOf, textOf } from '../forms.ts';
import { invitationsTexts, refusalText } from '../texts.ts';
import stylesheet from '../ui/invitations.css?url';
import { MailingFields } from '../ui/mailing-fields.tsx';
import { Drafts, SentLetters } from '../ui/mailing-letters.tsx';
import { invitationsPath } from '../ui/words.ts';
import { discardMailing, editMailing } from '../use-cases/edit-mailing.server.ts';
import { markLetterSent } from '../use-cases/mark-letter-sent.server.ts';
import { readMailing } from '../use-cases/read-mailing.server.ts';
import { sendMailing } from '../use-cases/send-mailing.server.ts';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

const DONE = ['saved', 'sent', 'marked'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const wanted = { meetingId: args.params.meetingId ?? '', mailingId: args.params.mailingId ?? '' };
  const found = valueOrThrow(await readMailing(ctx, wanted), args.request);
  const { searchParams } = new URL(args.request.url);
  return { locale: ctx.locale, ...found, done: DONE.find((done) => searchParams.has(done)) ?? null };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const form = await args.request.formData();
  const which = { meetingId: args.params.meetingId ?? '', mailingId: args.params.mailingId ?? '' };
  const intent = textOf(form, 'intent');
  const here = invitationsPath(ctx.locale, which.meetingId, `/mailings/${which.mailingId}`);
  const texts = mailingTexts(form);
  const acts = {
    send: async () => ({ result: await sendMailing(ctx, { ...which, seen: textOf(form, 'seen').split(' ') }), goTo: `${here}?sent` }),
    discard: async () => ({ result: await discardMailing(ctx, which), goTo: invitationsPath(ctx.locale, which.meetingId) }),
    mark: async () => ({ result: await markLetterSent(ctx, { ...which, letterId: textOf(form, 'letter') }), goTo: `${here}?marked` }),
    save: async () => ({ result: await editMailing(ctx, { ...texts, ...which, revision: revisionOf(form) }), goTo: `${here}?saved` }),
  };
  const { result, goTo } = await (Object.hasOwn(acts, intent) ? acts[intent as keyof typeof acts] : acts.save)();
  if (result.ok) return redirect(goTo);
  if (result.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return data({ refusal: result.refusal, kept: intent === 'save' ? texts : null }, { status: statusOf(result.refusal) });
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Mailing(): ReactNode {
  const found = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { locale, head, mailing, drafts, letters } = found;
  const t = invitationsTexts(locale);
  const isDraft = mailing.state === 'draft';
  return (
    <MeetingFrame locale={locale} head={head} current="invitations" page={t(`invitations.purpose.${mailing.purpose}`)}>
      <Done found={found} />
      {refused && (
        <Notice tone="error" live>
          {refusalText(t, refused.refusal)}
        </Notice>
      )}
      {mailing.state === 'discarded' && <Notice>{t('invitations.mailing.discarded')}</Notice>}
      {isDraft && <SendBox found={found} />}
      {isDraft && <Drafts locale={locale} drafts={drafts} />}
      {mailing.state === 'sent' && <SentLetters locale={locale} letters={letters} meetingId={head.id} />}
      {isDraft && (
        <Section id="texts" title={t('invitations.mailing.edit')} wide>
          <Form guardUnsaved hidden={{ revision: String(mailing.revision), intent: 'save' }}>
            <MailingFields
              locale={locale}
              texts={refused?.kept ?? { ...mailing, answerBy: mailing.answerBy ?? '' }}
              refusal={refused?.refusal}
            />
            <FormActions>
              <Button tone="quiet">{t('invitations.mailing.save')}</Button>
            </FormActions>
          </Form>
        </Section>
      )}
    </MeetingFrame>
  );
}

/** What will leave to whom, and the button that sends it. */
function SendBox({ found: { locale, head, mailing, drafts } }: { found: Data }): ReactNode {
  const t = invitationsTexts(locale);
  const leaving = drafts.filter(({ skipped }) => skipped === null);
  const mails = leaving.filter(({ byOfficer }) => !byOfficer).length;
  const back = (
    <ButtonLink tone="bare" href={invitationsPath(locale, head.id)}>
      {t('invitations.back')}
    </ButtonLink>
  );
  return (
    <Section id="send" title={t('invitations.mailing.send-question', { count: mails })} wide>
      <div className="stack">
        <ul>
          <li>{t('invitations.mailing.mails', { count: mails, mailbox: mailing.replyTo })}</li>
          {leaving.length > mails && <li>{t('invitations.mailing.officer', { count: leaving.length - mails })}</li>}
          {drafts.length > leaving.length && <li>{t('invitations.mailing.left-out', { count: drafts.length - leaving.length })}</li>}
          <li>{t('invitations.mailing.recheck')}</li>
        </ul>
        <div className="cluster">
          {leaving.length > 0 && (
            <form method="post">
              <HiddenValues values={{ intent: 'send', seen: leaving.map(({ digest }) => digest).join(' ') }} />
              <Button>{t('invitations.mailing.send', { count: mails })}</Button>
            </form>
          )}
          <form method="post">
            <HiddenValues values={{ intent: 'discard' }} />
            <Button tone="quiet">{t('invitations.mailing.discard')}</Button>
          </form>
          {back}
        </div>
      </div>
    </Section>
  );
}

/** What has just been done. */
function Done({ found: { locale, done, letters } }: { found: Data }): ReactNode {
  const t = invitationsTexts(locale);
  if (!done) return null;
  const queued = letters.filter(({ state }) => state === 'queued').length;
  const texts = {
    saved: () => t('invitations.mailing.saved'),
    sent: () => t('invitations.mailing.sent', { count: queued }),
    marked: () => t('invitations.mailing.marked'),
  };
  return (
    <Notice tone="success" live>
      {texts[done]()}
    </Notice>
  );
}
