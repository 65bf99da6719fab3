import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { formatPartialDate, partialDate } from '#app/lib/partial-date.ts';
import { Tag } from '#app/ui/controls.tsx';
import { Entries } from '#app/ui/page.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import { formPath, placePath } from '../../addresses.ts';
import { type ParticipationTranslate, participationTexts, stageText, stateText } from '../../texts.ts';
import type { OwnForm, OwnPart } from '../../use-cases/form/list-own-forms.server.ts';
import { namesOf } from '../names.ts';

/** One's forms as entries: whose, for which edition, where it stands, and what is due by when; the title leads to the form. */
export function OwnForms({ forms, locale }: { forms: readonly OwnForm[]; locale: Locale }): ReactNode {
  const t = participationTexts(locale);
  return (
    <Entries
      items={forms.map((form) => {
        const { authority, edition } = namesOf(form.organisation, form, locale);
        const { id, state } = form.participation;
        return {
          key: id,
          title: (
            <a href={formPath(locale, id)} lang={authority.lang}>
              {authority.text}
            </a>
          ),
          text: <LocalisedRun value={edition} />,
          tags: (
            <>
              <Tag>{stateText(t, state)}</Tag>
              {form.hasDraft && <Tag tone="draft">{t('participation.forms.draft')}</Tag>}
              {form.parts.map((part) => (
                <Tag key={part.stage} tone={toneOf(part)}>
                  {partText(t, part, locale)}
                </Tag>
              ))}
            </>
          ),
          aside: (
            <>
              <a href={formPath(locale, id)}>{t(form.mayFill ? 'participation.forms.fill' : 'participation.forms.read')}</a>
              <br />
              <a href={placePath(locale, id)}>{t('participation.forms.place')}</a>
            </>
          ),
        };
      })}
    />
  );
}

function toneOf({ status, owed }: OwnPart) {
  if (owed) return status === 'open' ? 'wait' : 'late';
  return status === 'open' ? 'ok' : 'plain';
}

function partText(t: ParticipationTranslate, { stage, status, owed, opensOn, closesOn }: OwnPart, locale: Locale): string {
  const day = (iso: string) => formatPartialDate(partialDate(iso), locale);
  const what =
    status === 'not-yet'
      ? t('participation.forms.later', { day: day(opensOn) })
      : owed
        ? t(status === 'open' ? 'participation.forms.due' : 'participation.forms.late', { day: day(closesOn) })
        : status === 'open'
          ? t('participation.forms.done')
          : t('participation.forms.closed', { day: day(closesOn) });
  return t('participation.forms.part', { stage: stageText(t, stage), what });
}
