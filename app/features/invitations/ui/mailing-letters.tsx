import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { HiddenValues } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { Run } from '#app/ui/text.tsx';
import { mailtoOf } from '../forms.ts';
import { invitationsTexts } from '../texts.ts';
import type { readMailing } from '../use-cases/read-mailing.server.ts';
import { LetterPanel, LetterText } from './letter-panel.tsx';
import { bodyName, FATE_TONES, fateOf, invitationsPath, personText } from './words.ts';

type View = Extract<Awaited<ReturnType<typeof readMailing>>, { ok: true }>['value'];

/** The letters of a draft as they would leave, and who would get none. */
export function Drafts({ locale, drafts }: { locale: Locale; drafts: View['drafts'] }): ReactNode {
  const t = invitationsTexts(locale);
  const leaving = drafts.filter(({ skipped }) => skipped === null);
  const left = drafts.filter(({ skipped }) => skipped !== null);
  return (
    <>
      {leaving.length > 0 && (
        <Section id="letters" title={t('invitations.mailing.letters', { count: leaving.length })} wide>
          <div className="stack">
            {leaving.map((draft, index) => (
              <LetterPanel
                key={draft.id}
                {...{ locale, letter: draft }}
                state={{
                  tone: draft.byOfficer ? 'wait' : 'draft',
                  text: t(draft.byOfficer ? 'invitations.fate.for-officer' : 'invitations.fate.draft'),
                }}
              >
                <LetterText {...{ locale, text: draft.text, lang: draft.lang, open: index === 0 }} />
              </LetterPanel>
            ))}
          </div>
        </Section>
      )}
      {left.length > 0 && (
        <Section id="left-out" title={t('invitations.mailing.without', { count: left.length })} wide>
          <DataTable
            caption={t('invitations.mailing.without', { count: left.length })}
            captionHidden
            rows={left}
            rowKey={({ id }) => id}
            empty={null}
            columns={[
              { key: 'person', header: t('invitations.column.person'), rowHeader: true, cell: ({ name }) => personText(name, locale, t) },
              {
                ...{ key: 'organisation', header: t('invitations.column.organisation') },
                cell: ({ organisation }) => {
                  const body = bodyName(organisation, locale, t);
                  return <Run lang={body.lang}>{body.text}</Run>;
                },
              },
              { key: 'why', header: t('invitations.column.why'), cell: ({ skipped }) => skipped && t(`invitations.skip.${skipped}`) },
            ]}
          />
        </Section>
      )}
    </>
  );
}

type Letters = { locale: Locale; letters: View['letters']; meetingId: string };

/** The letters of a mailing that was sent, each with what became of it; those that wait for an officer first. */
export function SentLetters({ locale, letters, meetingId }: Letters): ReactNode {
  const t = invitationsTexts(locale);
  const waiting = letters.filter(({ state }) => state === 'for-officer');
  const gone = letters.filter(({ state }) => state !== 'for-officer');
  return (
    <>
      {waiting.length > 0 && (
        <Section
          id="officer"
          title={t('invitations.mailing.waiting', { count: waiting.length })}
          lead={t('invitations.mailing.waiting-lead')}
          wide
        >
          <div className="stack">
            {waiting.map((letter) => (
              <Waiting key={letter.id} {...{ locale, letter, meetingId }} />
            ))}
          </div>
        </Section>
      )}
      {gone.length > 0 && (
        <Section id="letters" title={t('invitations.mailing.letters', { count: gone.length })} wide>
          <div className="stack">
            {gone.map((letter) => {
              const fate = fateOf(letter);
              return (
                <LetterPanel
                  key={letter.id}
                  {...{ locale, letter }}
                  state={{ tone: FATE_TONES[fate], text: t(`invitations.fate.${fate}`) }}
                >
                  <LetterText {...{ locale, text: letter.text, lang: letter.lang }} />
                </LetterPanel>
              );
            })}
          </div>
        </Section>
      )}
    </>
  );
}

/** A letter that waits for an officer: its text, the way into one's own mailbox, the button that says it was sent. */
function Waiting({ locale, letter, meetingId }: { locale: Locale; letter: View['letters'][number]; meetingId: string }): ReactNode {
  const t = invitationsTexts(locale);
  return (
    <LetterPanel {...{ locale, letter }} state={{ tone: 'wait', text: t('invitations.fate.for-officer') }}>
      <LetterText {...{ locale, text: letter.text, lang: letter.lang }} />
      <div className="cluster">
        <form method="post">
          <HiddenValues values={{ intent: 'mark', letter: letter.id }} />
          <Button>{t('invitations.mailing.mark')}</Button>
        </form>
        <ButtonLink tone="quiet" href={invitationsPath(locale, meetingId, `/of/${letter.invitationId}#link`)}>
          {t('invitations.mailing.with-link')}
        </ButtonLink>
        {letter.toAddress && (
          <ButtonLink tone="bare" href={mailtoOf(letter)}>
            {t('invitations.mailing.open-in-mailbox')}
          </ButtonLink>
        )}
      </div>
    </LetterPanel>
  );
}
