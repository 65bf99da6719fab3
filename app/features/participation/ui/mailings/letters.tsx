import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { mailtoOf } from '#app/lib/mailto.ts';
import { Button, ButtonLink, Tag } from '#app/ui/controls.tsx';
import { Form, FormActions, TextareaField } from '#app/ui/forms.tsx';
import { Panel, Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { Run } from '#app/ui/text.tsx';
import { participationTexts } from '../../texts.ts';
import type { MailingLetter } from '../../use-cases/mailings/read-mailing.server.ts';
import { FATE_TONES, fateOf, letterAuthority, letterPerson } from './letter-words.ts';

type Props = { locale: Locale; letters: readonly MailingLetter[] };

const isOfficers = ({ state }: MailingLetter) => state === 'for-officer' || state === 'by-officer';

/** The letters that the program sends, each whole as it will leave or has left. */
export function Letters({ locale, letters }: Props): ReactNode {
  const t = participationTexts(locale);
  const sent = letters.filter((letter) => letter.state === 'draft' || letter.state === 'queued');
  if (sent.length === 0) return null;
  return (
    <Section id="letters" title={t('participation.mailings.section.letters', { count: sent.length })} wide>
      <div className="stack">
        {sent.map((letter, index) => (
          <LetterPanel key={letter.id} letter={letter} locale={locale}>
            <LetterText letter={letter} locale={locale} open={index === 0} />
          </LetterPanel>
        ))}
      </div>
    </Section>
  );
}

/** The letters that only an officer sends, from a mailbox of their own: to be opened there or copied, then marked. */
export function OfficerLetters({ locale, letters, open }: Props & { open: boolean }): ReactNode {
  const t = participationTexts(locale);
  const own = letters.filter(isOfficers);
  if (own.length === 0) return null;
  const lead = [t('participation.mailings.officer-lead'), ...(open ? [] : [t('participation.mailings.officer-wait')])];
  return (
    <Section id="officer" title={t('participation.mailings.section.officer', { count: own.length })} lead={lead.join(' ')} wide>
      <div className="stack">
        {own.map((letter) => (
          <LetterPanel key={letter.id} letter={letter} locale={locale}>
            {letter.superseded && <Notice>{t('participation.mailings.superseded')}</Notice>}
            {open && letter.state === 'for-officer' ? (
              <ToSend letter={letter} locale={locale} />
            ) : (
              <LetterText letter={letter} locale={locale} open={false} />
            )}
          </LetterPanel>
        ))}
      </div>
    </Section>
  );
}

/** Who is not written to, and why. */
export function LeftOut({ locale, letters }: Props): ReactNode {
  const t = participationTexts(locale);
  const left = letters.filter(({ state }) => state === 'skipped');
  if (left.length === 0) return null;
  return (
    <Section id="left-out" title={t('participation.mailings.section.left-out', { count: left.length })} wide>
      <DataTable
        caption={t('participation.mailings.left-out-caption')}
        captionHidden
        rows={left}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          {
            ...{ key: 'authority', header: t('participation.mailings.authority'), rowHeader: true },
            cell: ({ organisation }) => <Authority organisation={organisation} locale={locale} />,
          },
          { key: 'person', header: t('participation.mailings.person'), cell: ({ person }) => letterPerson(person, locale, t) },
          {
            ...{ key: 'reason', header: t('participation.mailings.reason') },
            cell: ({ skippedBecause }) => skippedBecause && t(`participation.mailings.skip.${skippedBecause}`),
          },
        ]}
      />
    </Section>
  );
}

type One = { locale: Locale; letter: MailingLetter };

function Authority({ organisation, locale }: Pick<MailingLetter, 'organisation'> & { locale: Locale }): ReactNode {
  const name = letterAuthority(organisation, locale);
  return <Run lang={name.lang}>{name.text}</Run>;
}

/** A letter's reader, way and fate, over its text. */
function LetterPanel({ letter, locale, children }: One & { children: ReactNode }): ReactNode {
  const t = participationTexts(locale);
  const fate = fateOf(letter);
  const language = new Intl.DisplayNames([locale], { type: 'language' }).of(letter.lang) ?? letter.lang;
  return (
    <Panel
      title={
        <>
          {letterPerson(letter.person, locale, t)} · <Authority organisation={letter.organisation} locale={locale} />
        </>
      }
      meta={<Tag tone={FATE_TONES[fate]}>{t(`participation.mailings.fate.${fate}`)}</Tag>}
    >
      <div className="stack-s stack">
        <p>
          {t('participation.mailings.to')} <strong>{letter.toAddress || t('participation.mailings.no-address')}</strong> · {language}
        </p>
        <p>
          {t('participation.mailings.subject')} <strong lang={letter.lang}>{letter.subject}</strong>
        </p>
        {children}
      </div>
    </Panel>
  );
}

function LetterText({ letter: { text, lang }, locale, open }: One & { open: boolean }): ReactNode {
  const t = participationTexts(locale);
  if (!text) return <p className="quiet">{t('participation.mailings.erased-text')}</p>;
  return (
    <details className="letter-fold" open={open}>
      <summary>{t('participation.mailings.read')}</summary>
      <div className="letter-text" lang={lang}>
        {text}
      </div>
    </details>
  );
}

/** The text to copy, the way into one's own mailbox, and the button that says it was sent. */
function ToSend({ letter, locale }: One): ReactNode {
  const t = participationTexts(locale);
  if (!letter.text) return <p className="quiet">{t('participation.mailings.erased-text')}</p>;
  return (
    <Form hidden={{ intent: 'mark', letter: letter.id }}>
      <TextareaField
        name="copy"
        id={`copy-${letter.id}`}
        label={t('participation.mailings.copy-text')}
        lang={letter.lang}
        rows={12}
        defaultValue={letter.text}
        readOnly
      />
      <FormActions>
        <Button>{t('participation.mailings.mark')}</Button>
        <ButtonLink tone="quiet" href={mailtoOf(letter)}>
          {t('participation.mailings.open-in-mailbox')}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
