import { formsOfAddress } from '#app/features/accounts/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { printableLine } from '#app/lib/printable.ts';
import { dayText } from '../day-text.ts';
import { lifeTexts } from '../life-texts.ts';
import type { TextMember } from '../text-kinds.server.ts';

/** What the mails about a text have in common for readers of a language. Days are `YYYY-MM-DD`. */
type Common = {
  title: string;
  version: number;
  /** The words of the text, for readers whose links and attachments are stripped. */
  words: string;
  /** The mailbox of the secretariat that answers go to; null when nobody's is known. */
  replyTo: string | null;
  signature: string;
  /** Where the text is, whole. */
  link: string;
};

export type ProposalMail = Common & { until: string; silence: boolean; note: string };
export type PublicationMail = Common & { sealedOn: string; seal: string };

export type RenderedMail = { subject: string; text: string };

/** The mail that shows a version to a member: what is asked until when, what silence means, how to answer without the page, the whole text. */
export function renderProposal(lang: Locale, to: Pick<TextMember, 'name' | 'address'>, mail: ProposalMail): RenderedMail {
  const t = lifeTexts(lang);
  const until = dayText(mail.until, lang);
  const parts = [
    t('texts.mail.proposal.intro', { title: mail.title, version: mail.version }),
    mail.note && t('texts.mail.proposal.note', { note: mail.note }),
    t('texts.mail.proposal.until', { until }),
    t(mail.silence ? 'texts.mail.proposal.silence' : 'texts.mail.proposal.explicit', { until }),
    t(mail.replyTo ? 'texts.mail.proposal.how' : 'texts.mail.proposal.how-page', { mailbox: mail.replyTo ?? '' }),
  ];
  return letter(lang, to, mail, t('texts.mail.proposal.subject', { title: mail.title, until }), parts);
}

/** The mail that brings an approved text to a member, whole, with its seal. */
export function renderPublication(lang: Locale, to: Pick<TextMember, 'name' | 'address'>, mail: PublicationMail): RenderedMail {
  const t = lifeTexts(lang);
  const parts = [
    t('texts.mail.publication.intro', { title: mail.title, version: mail.version, day: dayText(mail.sealedOn, lang) }),
    t('texts.mail.publication.seal', { seal: mail.seal }),
    t(mail.replyTo ? 'texts.mail.publication.errors' : 'texts.mail.publication.errors-page', { mailbox: mail.replyTo ?? '' }),
  ];
  return letter(lang, to, mail, t('texts.mail.publication.subject', { title: mail.title }), parts);
}

function letter(lang: Locale, to: Pick<TextMember, 'name' | 'address'>, mail: Common, subject: string, parts: string[]): RenderedMail {
  const t = lifeTexts(lang);
  const address = to.address ?? { ...formsOfAddress(lang, null, ''), lines: [t('texts.mail.to', { name: to.name })] };
  const text = [
    address.lines.join('\n'),
    address.opening,
    ...parts,
    `${t('texts.mail.link')}\n${mail.link}`,
    address.closing,
    mail.signature || t('texts.mail.secretariat'),
    `${'-'.repeat(40)}\n${t('texts.mail.words', { title: mail.title, version: mail.version })}`,
    mail.words,
  ];
  // Titles are typed by people: a subject is one line, of a length that mail systems take.
  return { subject: [...printableLine(subject)].slice(0, 400).join(''), text: `${text.filter(Boolean).join('\n\n')}\n` };
}
