import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { HiddenValues } from '#app/ui/forms.tsx';
import { ConfirmForm, Notice } from '#app/ui/states.tsx';
import { mailingTexts, revisionOf } from '../../forms-mailings.ts';
import { participationTexts, refusalText } from '../../texts.ts';
import { editMailingMessage } from '../../use-cases/mailings/edit-mailing-message.server.ts';
import { readMailing } from '../../use-cases/mailings/read-mailing.server.ts';
import { sendMailing } from '../../use-cases/mailings/send-mailing.server.ts';

/** Asks before letters leave; a mailing that has left is shown as it is. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { mailing, letters } = valueOrThrow(await readMailing(ctx, args.params.mailing ?? ''), args.request);
  if (mailing.state !== 'draft') throw redirect(`/${ctx.locale}/desk/mailings/${mailing.id}`);
  const count = (of: string) => letters.filter(({ state }) => state === of).length;
  const { id, revision, message, replyTo, signature } = mailing;
  return {
    locale: ctx.locale,
    mailing: { id, revision, message, replyTo, signature },
    mails: count('draft'),
    forOfficer: count('for-officer'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, publicUrl } = requestOf(args);
  const mailingId = args.params.mailing ?? '';
  const form = await args.request.formData();
  const input = { mailingId, revision: revisionOf(form), publicUrl };
  const refreshes = form.get('intent') === 'refresh';
  const done = refreshes ? await editMailingMessage(ctx, { ...mailingTexts(form), ...input }) : await sendMailing(ctx, input);
  if (done.ok) return redirect(`/${ctx.locale}/desk/mailings/${mailingId}?${refreshes ? 'saved' : 'sent'}`);
  return done.refusal.code === 'sign-in-required' ? redirect(signInUrl(args.request)) : refusalData(done.refusal, {});
}

export default function SendMailing(): ReactNode {
  const { locale, mailing, mails, forOfficer } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = participationTexts(locale);
  const title = t('participation.mailings.send-question', { count: mails });
  const facts = [
    { key: 'mails', content: t('participation.mailings.send-mails', { count: mails, mailbox: mailing.replyTo }) },
    ...(forOfficer > 0 ? [{ key: 'officer', content: t('participation.mailings.send-officer', { count: forOfficer }) }] : []),
    { key: 'recheck', content: t('participation.mailings.send-recheck') },
    { key: 'log', content: t('participation.mailings.send-log') },
  ];
  const back = (
    <ButtonLink tone="bare" href={`/${locale}/desk/mailings/${mailing.id}`}>
      {t('participation.mailings.back')}
    </ButtonLink>
  );
  return (
    <>
      <title>{title}</title>
      {refused && (
        <Notice tone="error" live>
          <p>{refusalText(t, refused.refusal)}</p>
          <Refresh />
        </Notice>
      )}
      <ConfirmForm
        title={title}
        consequences={facts}
        hidden={{ revision: String(mailing.revision) }}
        buttons={
          <>
            {mails + forOfficer > 0 && <Button>{t('participation.mailings.send-now', { count: mails })}</Button>}
            {back}
          </>
        }
      />
    </>
  );
}

/** After a refusal: drafts the letters anew from what is known now, so that they can be read again. */
function Refresh(): ReactNode {
  const { locale, mailing } = useLoaderData<typeof loader>();
  const t = participationTexts(locale);
  const message = Object.fromEntries(Object.entries(mailing.message).map(([lang, text]) => [`message.${lang}`, text]));
  const { replyTo, signature, revision } = mailing;
  return (
    <form method="post">
      <HiddenValues values={{ ...message, replyTo, signature, revision: String(revision), intent: 'refresh' }} />
      <p>{t('participation.mailings.outdated-help')}</p>
      <Button tone="quiet">{t('participation.mailings.refresh')}</Button>
    </form>
  );
}
