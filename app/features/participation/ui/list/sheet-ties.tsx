import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { readText } from '#app/lib/localised-text.ts';
import { Combobox } from '#app/ui/combobox.tsx';
import { Button } from '#app/ui/controls.tsx';
import { ChoiceGroup, FieldRow, Form, FormActions, HiddenValues, TextField } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import type { TieChoice } from '../../routes/list/sheet.tsx';
import { participationTexts } from '../../texts.ts';
import type { Sheet, SheetTie } from '../../use-cases/list/read-sheet.server.ts';
import { StateTag } from './crossed-table.tsx';
import { TiedName } from './sheet-answers.tsx';

/** What a refused form brings back: what was typed, what is wrong with a field, and what a typed name may mean. */
export type SheetForm = {
  kept: Readonly<Record<string, string | undefined>>;
  error: (name: string) => string | undefined;
  choices: readonly TieChoice[] | null;
};

type SheetTiesProps = { sheet: Sheet; locale: Locale; form: SheetForm };

/** The authorities with which this one is tied, and where each stands; ties are added with their source. */
export function SheetTies({ sheet, locale, form }: SheetTiesProps): ReactNode {
  const t = participationTexts(locale);
  return (
    <Section id="ties" title={t('participation.sheet.ties')} wide>
      <div className="stack">
        {sheet.ties.length === 0 ? (
          <p className="quiet">{t('participation.sheet.no-ties')}</p>
        ) : (
          <ul className="entries">
            {sheet.ties.map((tie) => (
              <Tie key={tie.id} tie={tie} locale={locale} />
            ))}
          </ul>
        )}
        <details open={form.kept.intent === 'tie'}>
          <summary>{t('participation.sheet.tie-add')}</summary>
          <TieForm locale={locale} form={form} />
        </details>
      </div>
    </Section>
  );
}

function Tie({ tie, locale }: { tie: SheetTie; locale: Locale }): ReactNode {
  const t = participationTexts(locale);
  const source = readText(tie.source, locale);
  const name = <TiedName organisation={tie.organisation} locale={locale} />;
  return (
    <li>
      <div className="entry-body">
        <h3 className="sentence">{tie.opens ? <a href={`/${locale}/desk/participations/${tie.participationId}`}>{name}</a> : name}</h3>
        <p className="entry-text">
          {tie.state ? <StateTag state={tie.state} words={{ t }} /> : <span className="quiet">{t('participation.doc5.away')}</span>}{' '}
          {tie.since && t('participation.sheet.tie-since', { year: tie.since })} {source && <LocalisedRun value={source} />}
        </p>
      </div>
      <form method="post" className="entry-aside">
        <HiddenValues values={{ intent: 'remove-tie', tieId: tie.id }} />
        <Button tone="bare" small>
          {t('participation.sheet.tie-remove')}
          <span className="hidden-text"> {name}</span>
        </Button>
      </form>
    </li>
  );
}

function TieForm({ locale, form: { kept, error, choices } }: Pick<SheetTiesProps, 'locale' | 'form'>): ReactNode {
  const t = participationTexts(locale);
  return (
    <Form hidden={{ intent: 'tie' }} guardUnsaved>
      {choices && choices.length > 0 ? (
        <>
          <input type="hidden" name="tieName" value={kept.tieName ?? ''} />
          <ChoiceGroup
            id="field-tieName"
            name="tie"
            label={t('participation.sheet.tie-choose', { name: kept.tieName ?? '' })}
            choices={[...choices, { value: 'none', label: t('participation.add.leave-out') }]}
          />
        </>
      ) : (
        <Combobox
          name="tieName"
          valueName="tie"
          source={`/${locale}/organisations/search.json?authorities=1`}
          label={t('participation.sheet.tie-other')}
          submit={t('participation.add.search')}
          defaultText={kept.tieName}
          defaultValue={kept.tie}
          error={error('tieName')}
        />
      )}
      <FieldRow>
        <TextField
          name="since"
          width="short"
          inputMode="numeric"
          label={t('participation.sheet.tie-year')}
          defaultValue={kept.since}
          error={error('since')}
        />
        <TextField
          name="source"
          label={t('participation.sheet.tie-source')}
          hint={t('participation.sheet.tie-source-hint')}
          defaultValue={kept.source}
          error={error('source')}
        />
      </FieldRow>
      <FormActions>
        <Button tone="quiet">{t('participation.sheet.tie-save')}</Button>
      </FormActions>
    </Form>
  );
}
