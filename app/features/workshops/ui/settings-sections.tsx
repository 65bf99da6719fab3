import type { ReactNode } from 'react';
import { Button } from '#app/ui/controls.tsx';
import { FieldGroup, FieldRow, Form, FormActions, TextField } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import type { Kept, SettingsData } from '../routes/board-settings.tsx';
import { workshopsTexts } from '../texts.ts';

type SectionProps = { data: SettingsData; kept: Kept };

/** What stands in a field: what was typed when its own form was refused, else what is on record. */
export function keptOr(kept: Kept, act: string): (name: string, stored: number | string | null | undefined) => string {
  return (name, stored) => (kept.act === act && kept[name] !== undefined ? (kept[name] ?? '') : String(stored ?? ''));
}

/** What the allocation is held to. */
export function SettingsSection(props: SectionProps): ReactNode {
  const { locale, settings, mayArrange } = props.data;
  const t = workshopsTexts(locale);
  return (
    <Section id="settings" title={t('workshops.settings.rules')} wide>
      <Form hidden={{ act: 'settings', revision: String(settings.revision) }} guardUnsaved>
        <RuleFields {...props} />
        {mayArrange && (
          <FormActions>
            <Button>{t('workshops.settings.save')}</Button>
            <Button tone="quiet" name="draw" value="1">
              {t('workshops.settings.draw')}
            </Button>
          </FormActions>
        )}
      </Form>
    </Section>
  );
}

function RuleFields({ data: { locale, settings, countries, mayArrange }, kept }: SectionProps) {
  const t = workshopsTexts(locale);
  const value = keptOr(kept, 'settings');
  const field = (name: 'talkMinutes' | 'maxSpread' | 'timeLimitSeconds' | 'seed', label: string, hint?: string) => (
    <TextField
      {...{ name, label, hint }}
      width={name === 'seed' ? 'medium' : 'short'}
      inputMode="numeric"
      readOnly={!mayArrange}
      defaultValue={value(name, settings[name])}
    />
  );
  return (
    <>
      <FieldRow>
        {field('talkMinutes', t('workshops.settings.talk-minutes'))}
        {field('maxSpread', t('workshops.settings.max-spread'), t('workshops.settings.max-spread-hint'))}
      </FieldRow>
      <FieldGroup legend={t('workshops.settings.minimum')}>
        <FieldRow>
          {countries.map(({ code, name }) => (
            <TextField
              key={code}
              width="short"
              inputMode="numeric"
              readOnly={!mayArrange}
              name={`min-${code}`}
              label={name}
              defaultValue={value(`min-${code}`, settings.minPerCountry[code] ?? 0)}
            />
          ))}
        </FieldRow>
      </FieldGroup>
      <FieldRow>
        {field('timeLimitSeconds', t('workshops.settings.time-limit'))}
        {field('seed', t('workshops.settings.seed'), t('workshops.settings.seed-hint'))}
      </FieldRow>
    </>
  );
}

/** Minutes and seats of each workshop. */
export function RoomsSection({ data: { locale, settings, workshops, mayArrange }, kept }: SectionProps): ReactNode {
  const t = workshopsTexts(locale);
  const value = keptOr(kept, 'rooms');
  const number = { width: 'short', inputMode: 'numeric', readOnly: !mayArrange } as const;
  if (workshops.length === 0) return null;
  return (
    <Section id="rooms" title={t('workshops.settings.rooms')} lead={t('workshops.settings.rooms-lead')} wide>
      <Form hidden={{ act: 'rooms', revision: String(settings.revision) }} guardUnsaved>
        {workshops.map(({ id, number: no, title, slotMinutes, held }) => (
          <FieldGroup key={id} legend={t('workshops.workshop', { number: no, title })}>
            <FieldRow>
              <TextField
                {...number}
                name={`minutes-${id}`}
                label={t('workshops.settings.minutes')}
                hint={
                  slotMinutes === null ? t('workshops.settings.no-slot') : t('workshops.settings.slot-minutes', { minutes: slotMinutes })
                }
                defaultValue={value(`minutes-${id}`, held?.talkMinutes)}
              />
              <TextField
                {...number}
                name={`seats-${id}`}
                label={t('workshops.settings.seats')}
                defaultValue={value(`seats-${id}`, held?.seats)}
              />
            </FieldRow>
          </FieldGroup>
        ))}
        {mayArrange && (
          <FormActions>
            <Button>{t('workshops.settings.save')}</Button>
          </FormActions>
        )}
      </Form>
    </Section>
  );
}
