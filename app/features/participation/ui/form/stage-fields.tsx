import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { DateField, FieldGroup, FieldRow } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { dayText } from '../../doc5-texts.ts';
import { FORM_STAGES, type FormStage } from '../../domain/stages.ts';
import { type ParticipationTranslate, stageText } from '../../texts.ts';

/** What fields need: the words, what was typed or stands on record, and what is wrong with it. */
export type FieldTools = {
  t: ParticipationTranslate;
  locale: Locale;
  value: (name: string) => string | undefined;
  error: (name: string) => string | undefined;
};

/** The first and the last day of each part of the form. */
export function StageFields(props: {
  tools: FieldTools;
  timeZone: string;
  firstDay: string | null;
  /** Where the deadlines that stand on record are moved, whoever they concern being shown and told. */
  moveHrefs: Readonly<Partial<Record<FormStage, string>>>;
}): ReactNode {
  const { tools, timeZone, firstDay, moveHrefs } = props;
  const { t, locale, value, error } = tools;
  return (
    <Section
      id="stages"
      title={t('participation.settings.stages')}
      lead={
        <>
          {t('participation.settings.stages-lead', { zone: timeZone })}{' '}
          {firstDay && t('participation.settings.edition-begins', { date: dayText(firstDay, locale) })}
        </>
      }
      wide
    >
      <div className="stack stack-l">
        {FORM_STAGES.map((stage) => (
          <FieldGroup key={stage} legend={stageText(t, stage)}>
            <FieldRow>
              {(['opensOn', 'closesOn'] as const).map((field) => (
                <DateField
                  key={field}
                  name={`${field}.${stage}`}
                  label={t(field === 'opensOn' ? 'participation.settings.opens' : 'participation.settings.closes')}
                  defaultValue={value(`${field}.${stage}`)}
                  error={error(`${field}.${stage}`)}
                />
              ))}
            </FieldRow>
            {moveHrefs[stage] && (
              <p className="quiet">
                <a href={moveHrefs[stage]}>{t('participation.settings.move', { stage: stageText(t, stage) })}</a>
              </p>
            )}
          </FieldGroup>
        ))}
      </div>
    </Section>
  );
}
