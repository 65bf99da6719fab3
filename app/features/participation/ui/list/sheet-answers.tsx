import type { ReactNode } from 'react';
import { listText } from '#app/lib/list-text.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { Facts } from '#app/ui/figures.tsx';
import { Section } from '#app/ui/page.tsx';
import { Run } from '#app/ui/text.tsx';
import { authorityName } from '../../authority-name.ts';
import { choicesText, type Doc5Words, doc5Words, instantText, wishTexts } from '../../doc5-texts.ts';
import { owedAnswers } from '../../domain/owed.ts';
import { participationTexts, stageText } from '../../texts.ts';
import type { Sheet } from '../../use-cases/list/read-sheet.server.ts';
import { StateTag } from './crossed-table.tsx';

type SheetProps = { sheet: Sheet; locale: Locale };

/** What the words of answers need: the sheet in the shape of a list of one. */
function wordsOf({ view, settings, ties }: Sheet, locale: Locale): Doc5Words {
  const others = new Map(ties.map(({ organisation }) => [organisation.id, organisation]));
  return doc5Words({ view, settings, intentions: [], others }, locale);
}

/** Where the authority stands, since when, and what it still owes. */
export function SheetHead({ sheet, locale }: SheetProps): ReactNode {
  const t = participationTexts(locale);
  const { participation, view, asked, today } = sheet;
  const owed = owedAnswers(participation, asked, today).stages;
  return (
    <Facts
      items={[
        {
          key: 'state',
          label: t('participation.sheet.state'),
          value: <StateTag state={participation.state} words={{ t }} />,
          note: t('participation.sheet.since', { date: instantText(participation.stateSince, view, locale) }),
        },
        {
          key: 'answered',
          label: t('participation.sheet.answered'),
          value: participation.answeredAt ? instantText(participation.answeredAt, view, locale) : t('participation.sheet.never'),
        },
        {
          key: 'owes',
          label: t('participation.sheet.owes'),
          value:
            owed.length === 0
              ? t('participation.sheet.owes-nothing')
              : listText(
                  owed.map((stage) => stageText(t, stage)),
                  locale,
                ),
        },
      ]}
    />
  );
}

/** What the authority has answered, its remarks included. */
export function SheetAnswers({ sheet, locale }: SheetProps): ReactNode {
  const words = wordsOf(sheet, locale);
  const { t } = words;
  const { participation, view } = sheet;
  const { answers } = participation;
  const chosen = answers.choices.flatMap((id) => view.workshops.find((workshop) => workshop.id === id) ?? []);
  const rows = [
    {
      key: 'workshops' as const,
      content: [choicesText(participation, words), ...chosen.map(({ number, title }) => `${number}. ${plainText(title, locale)}`)],
    },
    { key: 'wishes' as const, content: wishTexts(participation, words) },
    {
      key: 'talks' as const,
      content: answers.talks.map(({ title, lang }) => (
        <Run key={title} lang={lang}>
          {title}
        </Run>
      )),
    },
    { key: 'sponsored' as const, content: [answers.sponsored] },
    {
      key: 'delegates' as const,
      content: answers.delegates === null ? [] : [t('participation.sheet.delegates-count', { count: answers.delegates })],
    },
    { key: 'remarks' as const, content: [answers.remarks] },
  ].filter(({ content }) => content.some((part) => part !== ''));
  return (
    <Section id="answers" title={t('participation.sheet.answers')} wide>
      {rows.length === 0 ? (
        <p className="quiet">{t('participation.sheet.no-answers')}</p>
      ) : (
        <dl className="sheet-answers">
          {rows.map(({ key, content }) => (
            <div key={key}>
              <dt>{t(`participation.sheet.${key}`)}</dt>
              {content.map((part, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an answer have no other identity than their order
                <dd key={index}>{part}</dd>
              ))}
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}

/** Whom to write to, as the authority gave them: seen on its own side only. */
export function SheetContacts({ sheet, locale }: SheetProps): ReactNode {
  const t = participationTexts(locale);
  const { contacts } = sheet.participation;
  if (contacts.length === 0) return null;
  return (
    <Section id="contacts" title={t('participation.sheet.contacts')} lead={t('participation.sheet.own-side')} wide>
      <ul className="stack stack-s">
        {contacts.map(({ name, title, mailbox, phone }) => (
          <li key={`${name} ${mailbox}`}>
            {[name, title].filter(Boolean).join(', ')} {mailbox && <a href={`mailto:${mailbox}`}>{mailbox}</a>} {phone}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The name of a tied authority, in the language that it is in. */
export function TiedName({ organisation, locale }: { organisation: Sheet['ties'][number]['organisation']; locale: Locale }): ReactNode {
  const { text, lang } = authorityName(organisation, locale);
  return <span lang={lang && lang !== locale ? lang : undefined}>{text}</span>;
}
