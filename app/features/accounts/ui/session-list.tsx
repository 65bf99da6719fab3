import type { Locale } from '#app/lib/locale.ts';
import { Button } from '#app/ui/controls.tsx';
import { HiddenValues } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { accountsTexts, instantText } from '../texts.ts';

type Session = { id: string; createdAt: Date; lastSeenAt: Date; userAgent: string | null; current: boolean };

/** The reader's open sessions, each with the button that ends it. */
export function SessionList({ locale, sessions }: { locale: Locale; sessions: readonly Session[] }) {
  const t = accountsTexts(locale);
  const endOthers = (
    <form method="post">
      <HiddenValues values={{ intent: 'end-others' }} />
      <Button tone="quiet">{t('accounts.account.session-end-others')}</Button>
    </form>
  );
  return (
    <Section
      id="sessions"
      title={t('accounts.account.sessions')}
      lead={t('accounts.account.sessions-lead')}
      actions={sessions.length > 1 ? endOthers : undefined}
      wide
    >
      <DataTable
        caption={t('accounts.account.sessions')}
        captionHidden
        rows={sessions}
        rowKey={(session) => session.id}
        empty={null}
        columns={[
          {
            key: 'browser',
            header: t('accounts.account.session-browser'),
            rowHeader: true,
            cell: ({ userAgent, current }) => (
              <>
                {userAgent ?? t('accounts.account.session-unknown')}{' '}
                {current ? <strong>({t('accounts.account.session-this')})</strong> : null}
              </>
            ),
          },
          { key: 'since', header: t('accounts.account.session-since'), cell: ({ createdAt }) => instantText(createdAt, locale) },
          { key: 'seen', header: t('accounts.account.session-seen'), cell: ({ lastSeenAt }) => instantText(lastSeenAt, locale) },
          {
            key: 'end',
            header: t('accounts.person.actions'),
            hiddenHeader: true,
            narrow: true,
            cell: (session) => <EndSession locale={locale} session={session} />,
          },
        ]}
      />
    </Section>
  );
}

/** Ends another session here; this one by signing out. */
function EndSession({ locale, session }: { locale: Locale; session: Session }) {
  const t = accountsTexts(locale);
  return (
    <form method="post" action={session.current ? `/${locale}/sign-out` : undefined}>
      <HiddenValues values={session.current ? {} : { intent: 'end-session', session: session.id }} />
      <Button tone="quiet" small>
        {t(session.current ? 'accounts.account.session-end-this' : 'accounts.account.session-end')}
      </Button>
    </form>
  );
}
