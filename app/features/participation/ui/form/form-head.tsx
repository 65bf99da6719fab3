import type { ReactNode } from 'react';
import { ButtonLink } from '#app/ui/controls.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import { historyPath, placePath } from '../../addresses.ts';
import type { FormPageModel } from '../../form-page.server.ts';
import { namesOf } from '../names.ts';
import type { FormWords } from './form-words.ts';
import { sourceText } from './form-words.ts';

/** The head of a form's page: whose form for which edition, what to do, and what was recorded last. */
export function FormHead({ words, model }: { words: FormWords; model: FormPageModel }): ReactNode {
  const { t, locale } = words;
  const { authority, edition } = namesOf(model.organisation, model.view, locale);
  const lead = model.onBehalf
    ? 'participation.form.lead-behalf'
    : model.mayFill
      ? 'participation.form.lead'
      : 'participation.form.lead-reader';
  const meetings = new Map(model.meetingChoices.map(({ value, label }) => [value, label]));
  const source = model.last && sourceText(words, model.last, meetings);
  return (
    <>
      <title>{t('participation.form.title', { authority: authority.text })}</title>
      <PageHead
        eyebrow={<LocalisedRun value={edition} />}
        title={authority.text}
        titleLang={authority.lang}
        lead={t(lead)}
        actions={
          model.last && (
            <>
              <ButtonLink tone="quiet" small href={placePath(locale, model.participation.id)}>
                {t('participation.forms.place')}
              </ButtonLink>
              <ButtonLink tone="quiet" small href={historyPath(locale, model.participation.id)}>
                {t('participation.form.history-link')}
              </ButtonLink>
            </>
          )
        }
      >
        <p className="quiet">
          {lastText(words, model)}
          {source && ` ${source}`}
        </p>
      </PageHead>
    </>
  );
}

function lastText({ t, instant }: FormWords, { last }: FormPageModel): string {
  if (!last) return t('participation.form.never');
  const values = { when: instant(last.enteredAt), name: last.by ?? '', revision: last.revision };
  if (!last.by) return t('participation.form.last-unnamed', values);
  return t(last.onBehalf ? 'participation.form.last-behalf' : 'participation.form.last', values);
}
