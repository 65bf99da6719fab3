import { mainMailboxOf } from '#app/features/accounts/public.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import type { TextDocument } from './domain/document.ts';
import { plainTextOf } from './domain/document-text.ts';
import type { RenderedMail } from './mails/text-mail.ts';
import { titleWithLanguage } from './names.ts';
import type { OpenedText } from './open-text.server.ts';
import type { TextMember } from './text-kinds.server.ts';

type Common = { title: string; version: number; words: string; replyTo: string | null; signature: string; link: string };

/** Renders the mail of one member. */
export type ToMember = (member: TextMember, common: Common) => RenderedMail;

/** Who would be written to, who has no mailbox, and what the mail says in each language that is needed. */
export type MailPreview = {
  recipients: { name: string; mailbox: string; lang: Locale }[];
  unreached: string[];
  samples: { lang: Locale; to: string; subject: string; text: string }[];
};

/** What a mail about a text says to everybody who reads a language. `publicUrl` is without a final slash. */
async function commonTo(ctx: Ctx, { text, kind }: OpenedText, version: { number: number; document: TextDocument }, publicUrl: string) {
  const title = await kind.title(ctx, text.subjectId);
  // A subject may have a text in each language: which one this is belongs to its name.
  const titleIn = (lang: Locale) => titleWithLanguage(plainText(title, lang), text.lang, lang);
  const { actor } = ctx;
  const replyTo = actor.kind === 'person' ? await mainMailboxOf(ctx.db, actor.personId) : null;
  const words = plainTextOf(version.document);
  return (lang: Locale): Common => ({
    ...{ title: titleIn(lang), version: version.number, words, replyTo },
    signature: actor.kind === 'person' ? actor.name : '',
    link: `${publicUrl}/${lang}/desk/texts/${text.id}`,
  });
}

type Telling = { opened: OpenedText; version: { number: number; document: TextDocument }; publicUrl: string; purpose: string };

/** What telling the members would send, and to whom; sends nothing. */
export async function previewMails(ctx: Ctx, { opened, version, publicUrl }: Telling, render: ToMember): Promise<MailPreview> {
  const members = await opened.kind.members(ctx, opened.text.subjectId);
  const common = await commonTo(ctx, opened, version, publicUrl);
  const recipients = members.flatMap(({ name, mailbox, lang }) => (mailbox ? [{ name, mailbox, lang }] : []));
  const firsts = new Map(members.filter(({ mailbox }) => mailbox).map((member) => [member.lang, member]));
  const samples = [...firsts].map(([lang, member]) => ({ lang, to: member.name, ...render(member, common(lang)) }));
  return { recipients, unreached: members.filter(({ mailbox }) => !mailbox).map(({ name }) => name), samples };
}

/**
 * Queues a mail to each member with a mailbox, in their language, answers going to the officer who sends it. Returns whom it reached; a
 * mailbox that takes no mail is left out.
 */
export async function tellMembers(tx: Ctx, { opened, version, publicUrl, purpose }: Telling, render: ToMember): Promise<TextMember[]> {
  const common = await commonTo(tx, opened, version, publicUrl);
  const reached: TextMember[] = [];
  for (const member of await opened.kind.members(tx, opened.text.subjectId)) {
    if (!member.mailbox) continue;
    const said = common(member.lang);
    const queued = await queueMail(tx, {
      ...{ to: member.mailbox, lang: member.lang, purpose, ...render(member, said) },
      ...(said.replyTo ? { replyTo: said.replyTo } : {}),
    });
    if (queued.ok) reached.push(member);
  }
  return reached;
}
