import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound } from '#app/platform/http/respond.ts';
import { showsOutbox } from '#app/platform/mail/demo-outbox.ts';
import { listOutbox } from '#app/platform/mail/outbox.server.ts';
import { ButtonLink } from '#app/ui/controls.tsx';
import { PageHead, Panel, Section } from '#app/ui/page.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { accountsTexts, instantText } from '../texts.ts';

export { headers } from './no-store.ts';

/** The mails of a demo on this computer; anywhere else there is no such page. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, localDemo, publicUrl } = requestOf(args);
  if (!showsOutbox({ localDemo, demoDay: ctx.clock.pinned, publicUrl })) notFound();
  const mails = await listOutbox(ctx.db);
  return {
    locale: ctx.locale,
    mails: mails.map(({ id, toAddress, lang, subject, text, state, createdAt, calendar, calendarMethod }) => ({
      id,
      toAddress,
      lang,
      subject,
      text,
      state,
      createdAt,
      calendar: calendar && { content: calendar, method: calendarMethod ?? '' },
    })),
  };
}

export default function Outbox() {
  const { locale, mails } = useLoaderData<typeof loader>();
  const t = accountsTexts(locale);
  const signIn = <ButtonLink href={`/${locale}/sign-in`}>{t('accounts.sign-in.title')}</ButtonLink>;
  return (
    <>
      <title>{t('accounts.outbox.title')}</title>
      <PageHead title={t('accounts.outbox.title')} lead={t('accounts.outbox.lead')} />
      {mails.length === 0 ? (
        <EmptyState title={t('accounts.outbox.empty')} actions={signIn}>
          {t('accounts.outbox.empty-text')}
        </EmptyState>
      ) : (
        <Section id="mails" title={t('accounts.outbox.mails')} wide>
          <div className="stack">
            {mails.map((mail) => (
              <Panel key={mail.id} title={<span lang={mail.lang}>{mail.subject}</span>} meta={instantText(mail.createdAt, locale)}>
                <p>
                  {t('accounts.outbox.to')} <strong>{mail.toAddress}</strong> · {t('accounts.outbox.state', { state: mail.state })}
                </p>
                {mail.text ? <MailText text={mail.text} lang={mail.lang} /> : <p className="quiet">{t('accounts.outbox.blanked')}</p>}
                {mail.calendar && (
                  <details>
                    <summary>{t('accounts.outbox.calendar', { method: mail.calendar.method })}</summary>
                    <pre>{mail.calendar.content}</pre>
                  </details>
                )}
              </Panel>
            ))}
          </div>
        </Section>
      )}
    </>
  );
}

/** The paragraphs of a plain text; an address that stands alone on its line is a link, as mail programs show it. */
function MailText({ text, lang }: { text: string; lang: string }) {
  return (
    <div className="prose" lang={lang}>
      {text
        .trim()
        .split(/\n{2,}/)
        .map((paragraph) => {
          const line = paragraph.trim();
          return (
            <p key={paragraph}>
              {/^https?:\/\/\S+$/.test(line) ? (
                <a href={line}>{line}</a>
              ) : paragraph.startsWith('    ') ? (
                <strong>
                  <code>{line}</code>
                </strong>
              ) : (
                line
              )}
            </p>
          );
        })}
    </div>
  );
}
