import type { ReactNode } from 'react';
import type { RoleDesk } from '#app/features/accounts/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { Combobox } from '#app/ui/combobox.tsx';
import { Button } from '#app/ui/controls.tsx';
import { Checkbox, FieldRow, Form, FormActions, HiddenValues, TextField } from '#app/ui/forms.tsx';
import { Panel, Section } from '#app/ui/page.tsx';
import { DataTable, FilterBar } from '#app/ui/tables.tsx';
import { Run } from '#app/ui/text.tsx';
import { committeesTexts } from '../texts.ts';

type Props = {
  locale: Locale;
  q: string;
  found: RoleDesk['found'];
  /** What was typed of a new person, when it was refused. */
  kept: Readonly<Record<string, string>>;
};

/** Somebody who came without being expected: found in the registry, or recorded there. */
export function Unannounced(props: Props): ReactNode {
  const t = committeesTexts(props.locale);
  return (
    <Section id="unannounced" title={t('committees.unannounced.title')} wide>
      <div className="stack stack-l">
        <FilterBar
          label={t('committees.unannounced.find')}
          action="#unannounced"
          buttons={<Button tone="quiet">{t('committees.organisation.find')}</Button>}
        >
          <TextField
            grow
            name="person"
            type="search"
            label={t('committees.unannounced.find')}
            hint={t('committees.unannounced.find-hint')}
            defaultValue={props.q}
          />
        </FilterBar>
        {props.q && <Found {...props} />}
        <Panel title={t('committees.unannounced.new')}>
          <Newcomer {...props} />
        </Panel>
      </div>
    </Section>
  );
}

function Found({ locale, found }: Props): ReactNode {
  const t = committeesTexts(locale);
  return (
    <DataTable
      caption={t('committees.unannounced.found', { count: found.length })}
      rows={found}
      rowKey={({ personId }) => personId}
      empty={<p className="quiet">{t('committees.unannounced.found', { count: 0 })}</p>}
      columns={[
        { key: 'name', header: t('committees.attendance.person'), rowHeader: true, cell: ({ name }) => name },
        {
          key: 'organisation',
          header: t('committees.attendance.organisation'),
          cell: ({ organisation }) => organisation && <Run lang={organisation.lang}>{organisation.text}</Run>,
        },
        {
          key: 'add',
          header: t('committees.seats.actions'),
          hiddenHeader: true,
          narrow: true,
          cell: ({ personId, name }) => (
            <form method="post">
              <HiddenValues values={{ act: 'add', attendee: personId }} />
              <Button small tone="quiet">
                {t('committees.unannounced.add')}
                <span className="hidden-text"> {name}</span>
              </Button>
            </form>
          ),
        },
      ]}
    />
  );
}

function Newcomer({ locale, kept }: Props): ReactNode {
  const t = committeesTexts(locale);
  const names = (['given', 'family'] as const).map((part) => (
    <TextField key={part} name={part} autoComplete="off" label={t(`committees.unannounced.${part}`)} defaultValue={kept[part]} />
  ));
  return (
    <Form hidden={{ act: 'new' }}>
      <FieldRow>{locale === 'ja' ? names.toReversed() : names}</FieldRow>
      <TextField name="role" mark={t('committees.form.optional')} label={t('committees.unannounced.role')} defaultValue={kept.role} />
      <Combobox
        name="organisation-name"
        valueName="organisation"
        source={`/${locale}/organisations/search.json`}
        label={t('committees.unannounced.organisation')}
        hint={t('committees.unannounced.organisation-hint')}
        submit={t('committees.seats.find')}
        defaultText={kept['organisation-name']}
        defaultValue={kept.organisation}
      />
      {kept.given !== undefined && (
        <Checkbox name="another" label={t('committees.unannounced.another')} defaultChecked={kept.another === 'yes'} />
      )}
      <FormActions>
        <Button tone="quiet">{t('committees.unannounced.add')}</Button>
      </FormActions>
    </Form>
  );
}
