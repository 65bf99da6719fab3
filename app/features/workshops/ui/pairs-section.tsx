import type { ReactNode } from 'react';
import { Button } from '#app/ui/controls.tsx';
import { ChoiceGroup, FieldRow, Form, FormActions, HiddenValues, SelectField, TextField } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import type { Kept, SettingsData } from '../routes/board-settings.tsx';
import { type WorkshopsTranslate, workshopsTexts } from '../texts.ts';
import { keptOr } from './settings-sections.tsx';

const minutesIn = (t: WorkshopsTranslate, minutes: number | null) =>
  minutes === null ? t('workshops.settings.each') : t('workshops.settings.joint', { minutes });

/** Who speaks together, who asks to, and a form to join two. */
export function PairsSection({ data, kept }: { data: SettingsData; kept: Kept }): ReactNode {
  const { locale, settings, pairs, mayArrange } = data;
  const t = workshopsTexts(locale);
  const revision = String(settings.revision);
  return (
    <Section id="pairs" title={t('workshops.settings.pairs')} lead={t('workshops.settings.pairs-lead')} wide>
      {pairs.length === 0 && <p className="quiet">{t('workshops.settings.no-pair')}</p>}
      <ul className="board-list">
        {pairs.map(({ id, names, jointMinutes }) => (
          <li key={id}>
            <form method="post" className="cluster">
              <HiddenValues values={{ act: 'part', revision, pair: id }} />
              <span>{names.join(' + ')}</span>
              <span className="quiet">{minutesIn(t, jointMinutes)}</span>
              {mayArrange && (
                <Button tone="bare" small>
                  {t('workshops.settings.part')} <span className="hidden-text">{names.join(' + ')}</span>
                </Button>
              )}
            </form>
          </li>
        ))}
      </ul>
      <Proposed data={data} />
      {mayArrange && <Join data={data} kept={kept} />}
    </Section>
  );
}

/** Twins who both ask to speak together: recorded with one click. */
function Proposed({ data: { locale, settings, proposed, mayArrange } }: { data: SettingsData }) {
  const t = workshopsTexts(locale);
  if (proposed.length === 0) return null;
  return (
    <>
      <h3>{t('workshops.settings.proposed')}</h3>
      <p>{t('workshops.settings.proposed-lead')}</p>
      <ul className="board-list">
        {proposed.map(({ firstId, secondId, names, jointMinutes }) => (
          <li key={`${firstId} ${secondId}`}>
            <form method="post" className="cluster">
              <HiddenValues
                values={{
                  ...{ act: 'pair', revision: String(settings.revision), first: firstId, second: secondId },
                  ...(jointMinutes === null ? { sharing: 'each' } : { sharing: 'joint', jointMinutes: String(jointMinutes) }),
                }}
              />
              <span>{names.join(' + ')}</span>
              <span className="quiet">{minutesIn(t, jointMinutes)}</span>
              {mayArrange && (
                <Button tone="quiet" small>
                  {t('workshops.settings.accept')} <span className="hidden-text">{names.join(' + ')}</span>
                </Button>
              )}
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}

function Join({ data: { locale, settings, countries, speakers }, kept }: { data: SettingsData; kept: Kept }) {
  const t = workshopsTexts(locale);
  const value = keptOr(kept, 'pair');
  const of = (country: string | undefined) =>
    speakers.filter((one) => one.country === country).map(({ id, name }) => ({ value: id, label: name }));
  const [first, second] = countries;
  return (
    <Form hidden={{ act: 'pair', revision: String(settings.revision) }}>
      <h3>{t('workshops.settings.join')}</h3>
      <FieldRow>
        {[
          { name: 'first', country: first },
          { name: 'second', country: second },
        ].map(({ name, country }) => (
          <SelectField
            key={name}
            name={name}
            label={country?.name ?? ''}
            placeholder={t('workshops.settings.choose')}
            options={of(country?.code)}
            defaultValue={value(name, '')}
          />
        ))}
      </FieldRow>
      <ChoiceGroup
        name="sharing"
        inline
        label={t('workshops.settings.sharing')}
        choices={[
          { value: 'joint', label: t('workshops.settings.sharing.joint') },
          { value: 'each', label: t('workshops.settings.sharing.each') },
        ]}
        defaultValue={value('sharing', 'joint')}
      />
      <TextField
        width="short"
        inputMode="numeric"
        name="jointMinutes"
        label={t('workshops.settings.joint-minutes')}
        defaultValue={value('jointMinutes', settings.talkMinutes)}
      />
      <FormActions>
        <Button tone="quiet">{t('workshops.settings.join-button')}</Button>
      </FormActions>
    </Form>
  );
}
