import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Section } from '#app/ui/page.tsx';
import { lifeTexts } from '../life-texts.ts';
import { languageName } from '../names.ts';
import type { MailPreview } from '../tell-members.server.ts';

/** Who would be written to and what, in each language: to be read before anything leaves. */
export function MailsPreview({ mails, locale }: { mails: MailPreview; locale: Locale }): ReactNode {
  const t = lifeTexts(locale);
  const language = (lang: Locale) => languageName(lang, locale);
  return (
    <Section id="mails" wide title={t('texts.mails.recipients')} lead={t('texts.mails.count', { count: mails.recipients.length })}>
      {mails.recipients.length > 0 && (
        <p>{mails.recipients.map(({ name, mailbox, lang }) => `${name} <${mailbox}> (${language(lang)})`).join(', ')}</p>
      )}
      {mails.unreached.length > 0 && <p className="quiet">{t('texts.mails.unreached', { names: mails.unreached.join(', ') })}</p>}
      {mails.samples.map(({ lang, to, subject, text }) => (
        <div key={lang} className="stack stack-s">
          <h3>{t('texts.mails.sample', { lang: language(lang), name: to })}</h3>
          <p lang={lang}>{t('texts.mails.subject', { subject })}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable */}
          <div className="text-mail" lang={lang} tabIndex={0}>
            {text}
          </div>
        </div>
      ))}
    </Section>
  );
}
