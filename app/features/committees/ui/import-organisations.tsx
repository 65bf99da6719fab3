import { kindName } from '#app/features/authorities/public.ts';
import { countryName } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { Button } from '#app/ui/controls.tsx';
import { ChoiceGroup, FormActions } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import type { Recognition, RegisteredOrganisation } from '../domain/recognition.ts';
import type { DeskData } from '../routes/import-desk.tsx';
import { committeesTexts } from '../texts.ts';

/** What tells an organisation from its homonyms: its kind, its country, its code. */
export function organisationDetail(organisation: RegisteredOrganisation, locale: Locale): string {
  const { kind, country, system, code } = organisation;
  return [kindName(kind, locale), countryName(country, locale), system === 'LOCAL' ? '' : `${system} ${code}`].filter(Boolean).join(' · ');
}

/** The candidates of a printed name, the likeliest first, each once. */
function candidatesOf(found: Recognition): Recognition['candidates'] {
  const first = found.organisation ? [{ organisation: found.organisation, confidence: found.confidence }] : [];
  const others = found.candidates.filter(({ organisation }) => organisation.id !== found.organisation?.id);
  return [...first, ...others].slice(0, 5);
}

/** The organisations that nobody has recognised for sure, each with its candidates; nothing when all are. */
export function ImportOrganisations({ data: { locale, view, kept } }: { data: DeskData }) {
  const t = committeesTexts(locale);
  const { batch, open } = view;
  if (batch.state !== 'draft' || open.organisations.length === 0) return null;
  const printedNames = Object.keys(batch.snapshot.recognitions);
  return (
    <Section id="organisations" title={t('committees.import.organisations')} lead={t('committees.import.organisations-lead')} wide>
      <div className="form">
        {open.organisations.map((printed) => {
          const index = printedNames.indexOf(printed);
          const found = batch.snapshot.recognitions[printed];
          const choices = (found ? candidatesOf(found) : []).map(({ organisation, confidence }) => ({
            value: `registered:${organisation.id}`,
            label: organisation.name,
            hint: `${organisationDetail(organisation, locale)} · ${t('committees.import.confidence', { percent: Math.round(confidence * 100) })}`,
          }));
          return (
            <div key={printed} className="stack stack-s">
              <ChoiceGroup
                name={`organisation:${index}`}
                label={printed}
                defaultValue={kept[`organisation:${index}`]}
                choices={[...choices, { value: 'as-printed', label: t('committees.organisation.keep') }]}
              />
              <p>
                <Button small tone="bare" icon="search" name="go" value={`organisation:${index}`}>
                  {t('committees.import.other')}
                </Button>
              </p>
            </div>
          );
        })}
        <FormActions>
          <Button name="intent" value="save">
            {t('committees.import.save')}
          </Button>
        </FormActions>
      </div>
    </Section>
  );
}
