import type { ReactNode } from 'react';
import { Button } from '#app/ui/controls.tsx';
import { FieldRow, Form, FormActions, HiddenValues, SelectField } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import type { Kept, SettingsData } from '../routes/board-settings.tsx';
import { workshopsTexts } from '../texts.ts';
import { keptOr } from './settings-sections.tsx';

/** Who chairs each workshop; those who wish to chair stand first among whom to choose from. */
export function ChairsSection({ data, kept }: { data: SettingsData; kept: Kept }): ReactNode {
  const { locale, settings, workshops, mayArrange } = data;
  const t = workshopsTexts(locale);
  const revision = String(settings.revision);
  if (workshops.length === 0) return null;
  return (
    <Section id="chairs" title={t('workshops.settings.chairs')} lead={t('workshops.settings.chairs-lead')} wide>
      <ul className="board-list">
        {workshops.map(({ id, number, title, chairs }) => (
          <li key={id}>
            <h3>{t('workshops.workshop', { number, title })}</h3>
            {chairs.length === 0 && <p className="quiet">{t('workshops.settings.no-chair')}</p>}
            {chairs.map((chair) => (
              <form key={chair.id} method="post" className="cluster">
                <HiddenValues values={{ act: 'unchair', revision, workshop: id, organisation: chair.id }} />
                <span>{chair.name}</span>
                {chair.source && <span className="quiet">{chair.source}</span>}
                {mayArrange && (
                  <Button tone="bare" small>
                    {t('workshops.settings.unchair')} <span className="hidden-text">{chair.name}</span>
                  </Button>
                )}
              </form>
            ))}
          </li>
        ))}
      </ul>
      {mayArrange && <NameChair data={data} kept={kept} />}
    </Section>
  );
}

function NameChair({ data: { locale, settings, workshops, candidates }, kept }: { data: SettingsData; kept: Kept }) {
  const t = workshopsTexts(locale);
  const value = keptOr(kept, 'chair');
  const rank = { yes: 0, undecided: 1, no: 2 };
  const sorted = [...candidates].sort((a, b) => rank[a.wish ?? 'undecided'] - rank[b.wish ?? 'undecided']);
  return (
    <Form hidden={{ act: 'chair', revision: String(settings.revision) }}>
      <FieldRow>
        <SelectField
          name="workshop"
          label={t('workshops.settings.workshop')}
          placeholder={t('workshops.settings.choose')}
          options={workshops.map(({ id, number, title }) => ({ value: id, label: t('workshops.workshop', { number, title }) }))}
          defaultValue={value('workshop', '')}
        />
        <SelectField
          name="organisation"
          label={t('workshops.settings.authority')}
          placeholder={t('workshops.settings.choose')}
          options={sorted.map(({ id, name, wish }) => ({
            value: id,
            label: wish === 'yes' || wish === 'no' ? t(`workshops.settings.wish.${wish}`, { name }) : name,
          }))}
          defaultValue={value('organisation', '')}
        />
      </FieldRow>
      <FormActions>
        <Button tone="quiet">{t('workshops.settings.name-chair')}</Button>
      </FormActions>
    </Form>
  );
}
