import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Tag, type TagTone } from '#app/ui/controls.tsx';
import { Panel } from '#app/ui/page.tsx';
import { Run } from '#app/ui/text.tsx';
import { invitationsTexts } from '../texts.ts';
import { bodyName, languageText, personText } from './words.ts';

type Letter = {
  name: Parameters<typeof personText>[0];
  organisation: Parameters<typeof bodyName>[0];
  toAddress: string;
  lang: Locale;
  subject: string;
};

type Props = { locale: Locale; letter: Letter; state: { tone: TagTone; text: string }; children: ReactNode };

/** A letter's reader, way and state, over its text. */
export function LetterPanel({ locale, letter, state, children }: Props): ReactNode {
  const t = invitationsTexts(locale);
  const body = bodyName(letter.organisation, locale, t);
  return (
    <Panel
      title={
        <>
          {personText(letter.name, locale, t)} · <Run lang={body.lang}>{body.text}</Run>
        </>
      }
      meta={<Tag tone={state.tone}>{state.text}</Tag>}
    >
      <div className="stack-s stack">
        <p>
          {t('invitations.letter-to')} <strong>{letter.toAddress || t('invitations.no-address')}</strong> ·{' '}
          {languageText(letter.lang, locale)}
        </p>
        <p>
          {t('invitations.letter-subject')} <strong lang={letter.lang}>{letter.subject}</strong>
        </p>
        {children}
      </div>
    </Panel>
  );
}

/** A letter's text, folded or open; words in its place where it was erased. */
export function LetterText({
  locale,
  text,
  lang,
  open = false,
}: {
  locale: Locale;
  text: string;
  lang: string;
  open?: boolean;
}): ReactNode {
  const t = invitationsTexts(locale);
  if (!text) return <p className="quiet">{t('invitations.erased-text')}</p>;
  return (
    <details className="meeting-letter-fold" open={open}>
      <summary>{t('invitations.read-letter')}</summary>
      <div className="meeting-letter" lang={lang}>
        {text}
      </div>
    </details>
  );
}
