import type { ReactNode } from 'react';
import { kindName } from '#app/features/authorities/public.ts';
import { countryName } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { Button, ButtonLink, Tag } from '#app/ui/controls.tsx';
import { ChoiceGroup, Form, FormActions } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { authorityName } from '../../authority-name.ts';
import { participationTexts } from '../../texts.ts';
import type { ProposedLine } from '../../use-cases/list/propose-authorities.server.ts';

type ProposedLinesProps = {
  lines: readonly ProposedLine[];
  kept: Readonly<Record<string, string | undefined>>;
  locale: Locale;
  here: string;
};

/** What pasted names were found to be, for a person to confirm: the sure ones are chosen, the others ask. */
export function ProposedLines({ lines, kept, locale, here }: ProposedLinesProps): ReactNode {
  const t = participationTexts(locale);
  const hidden = { intent: 'add', text: kept.text || kept.name || '', country: kept.country ?? '' };
  return (
    <Section id="found" title={t('participation.add.found')} lead={t('participation.add.found-lead')} wide>
      <Form hidden={hidden}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a pasted line has no other identity than its place
          <Line key={index} line={line} name={`line-${index}`} chosen={kept[`line-${index}`]} locale={locale} />
        ))}
        <FormActions>
          <Button>{t('participation.add.confirm')}</Button>
          <ButtonLink tone="bare" href={here}>
            {t('participation.settings.cancel')}
          </ButtonLink>
        </FormActions>
      </Form>
    </Section>
  );
}

function Line({ line, name, chosen, locale }: { line: ProposedLine; name: string; chosen: string | undefined; locale: Locale }): ReactNode {
  const t = participationTexts(locale);
  const { printed, state, organisations } = line;
  if (state === 'unknown' || state === 'elsewhere' || state === 'on-list' || state === 'twice') {
    const tone = state === 'unknown' ? 'late' : 'plain';
    return (
      <p id={`field-${name}`}>
        <strong>{printed}</strong> <Tag tone={tone}>{t(`participation.add.${state}`)}</Tag>
      </p>
    );
  }
  const choices = organisations.map((organisation) => {
    const { text, lang } = authorityName(organisation, locale);
    return {
      value: organisation.id,
      label: text,
      hint: `${kindName(organisation.kind, locale)} · ${countryName(organisation.country, locale)} · ${organisation.code}`,
      ...(lang && lang !== locale ? { lang } : {}),
    };
  });
  return (
    <ChoiceGroup
      name={name}
      label={
        <>
          {printed} {state === 'unsure' && <Tag tone="wait">{t('participation.add.unsure')}</Tag>}
        </>
      }
      choices={[...(state === 'sure' ? choices.slice(0, 1) : choices), { value: 'none', label: t('participation.add.leave-out') }]}
      defaultValue={chosen ?? (state === 'sure' ? choices[0]?.value : undefined)}
    />
  );
}
