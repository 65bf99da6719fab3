import type { ReactNode } from 'react';
import { nameOfPerson } from '#app/features/accounts/public.ts';
import { displayName } from '#app/features/authorities/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { Button } from '#app/ui/controls.tsx';
import { ChoiceGroup, FieldRow, Form, FormActions, HiddenValues, SelectField } from '#app/ui/forms.tsx';
import { Panel, Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { Run } from '#app/ui/text.tsx';
import { TICKS, type TypedTick } from '../domain/roll.ts';
import { committeesTexts } from '../texts.ts';
import type { RollGroup, RollPerson } from '../use-cases/read-roll.server.ts';

/** The roll as one form: every person with what is noted, by organisation. It works on a phone and without script. */
export function RollForm({ groups, locale }: { groups: readonly RollGroup[]; locale: Locale }): ReactNode {
  const t = committeesTexts(locale);
  return (
    <form className="roll stack" method="post" data-enhance="unsaved">
      <HiddenValues values={{ act: 'ticks' }} />
      {groups.map(({ key, names, printed, persons }) => {
        const name = displayName(names, locale, 'official');
        const title = name.text ? <Run lang={name.lang || 'und'}>{name.text}</Run> : printed || t('committees.roll.no-organisation');
        return (
          <Panel key={key} title={title} meta={persons.length}>
            <div className="roll-persons">
              {persons.map((person) => (
                <PersonTick key={person.personId} person={person} locale={locale} />
              ))}
            </div>
          </Panel>
        );
      })}
      <FormActions>
        <Button>{t('committees.roll.save')}</Button>
      </FormActions>
    </form>
  );
}

function PersonTick({ person, locale }: { person: RollPerson; locale: Locale }): ReactNode {
  const t = committeesTexts(locale);
  const { personId, tick, revision, imported } = person;
  const ticks = TICKS.filter((value) => value !== 'open' || !imported);
  return (
    <div>
      <HiddenValues values={{ [`was-${personId}`]: tick, [`rev-${personId}`]: revision === null ? '' : String(revision) }} />
      <ChoiceGroup
        inline
        name={`tick-${personId}`}
        label={nameOfPerson(person.name, locale)}
        hint={detailsOf(person, locale).join(' · ') || undefined}
        choices={ticks.map((value) => ({ value, label: t(`committees.roll.tick.${value}`) }))}
        defaultValue={tick}
      />
    </div>
  );
}

/** The function, what was answered, who stands in. */
function detailsOf({ role, answer, standIn }: RollPerson, locale: Locale): string[] {
  const t = committeesTexts(locale);
  const said = answer?.answer ? t(`committees.roll.answered.${answer.answer}`, { name: answer.representedBy?.name ?? '' }) : '';
  const by = standIn ? t('committees.roll.stand-in', { name: nameOfPerson(standIn, locale) }) : '';
  return [typeof role === 'string' ? role : plainText(role, locale), said, by].filter(Boolean);
}

/** What the reader ticked for whom somebody else had noted something different meanwhile. */
export function RollConflicts({
  conflicts,
  groups,
  locale,
}: {
  conflicts: readonly TypedTick[];
  groups: readonly RollGroup[];
  locale: Locale;
}): ReactNode {
  if (conflicts.length === 0) return null;
  const t = committeesTexts(locale);
  const people = new Map(groups.flatMap(({ persons }) => persons.map((person) => [person.personId, person])));
  return (
    <Notice tone="warning" live title={t('committees.roll.conflict-title', { count: conflicts.length })}>
      <ul>
        {conflicts.map(({ personId, tick }) => {
          const person = people.get(personId);
          const [yours, noted] = [tick, person?.tick ?? 'open'].map((value) => t(`committees.roll.tick.${value as RollPerson['tick']}`));
          const name = person ? nameOfPerson(person.name, locale) : '';
          return <li key={personId}>{t('committees.roll.conflict', { name, yours: yours ?? '', noted: noted ?? '' })}</li>;
        })}
      </ul>
    </Notice>
  );
}

/** Who stands in for whom: somebody present for somebody who is not. */
export function Represent({ groups, locale }: { groups: readonly RollGroup[]; locale: Locale }): ReactNode {
  const t = committeesTexts(locale);
  const options = (wanted: (person: RollPerson) => boolean) =>
    groups.flatMap(({ names, printed, persons }) =>
      persons.filter(wanted).map(({ personId, name }) => ({
        value: personId,
        label: [nameOfPerson(name, locale), displayName(names, locale).text || printed].filter(Boolean).join(' · '),
      })),
    );
  const [present, absent] = [options(({ tick }) => tick === 'present'), options(({ tick }) => tick !== 'present')];
  if (present.length === 0 || absent.length === 0) return null;
  return (
    <Section id="represented" title={t('committees.represent.title')} lead={t('committees.represent.lead')} wide>
      <Form hidden={{ act: 'represent' }}>
        <FieldRow>
          <SelectField
            name="represented"
            label={t('committees.represent.person')}
            placeholder={t('committees.represent.choose')}
            options={absent}
          />
          <SelectField name="by" label={t('committees.represent.by')} placeholder={t('committees.represent.nobody')} options={present} />
        </FieldRow>
        <FormActions>
          <Button tone="quiet">{t('committees.represent.save')}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
