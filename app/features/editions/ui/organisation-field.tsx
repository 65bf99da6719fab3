import type { ReactNode } from 'react';
import { Combobox } from '#app/ui/combobox.tsx';
import { ChoiceGroup } from '#app/ui/forms.tsx';
import type { EditionsKey } from '../messages/index.ts';
import type { OrganisationChoice } from '../typed-organisation.server.ts';
import type { FormTools } from './form-page.tsx';

/**
 * A field that names an organisation: typed, proposed as one types where scripts run, and in any case chosen from a list
 * once it has been typed. Sends `hostName` (the words) and `host` (the organisation).
 */
export function OrganisationField(props: {
  tools: FormTools;
  label: EditionsKey;
  hint?: EditionsKey;
  authoritiesOnly: boolean;
  choices: OrganisationChoice[] | null;
  shownName: string;
  shownId: string;
}): ReactNode {
  const { tools, label, hint, authoritiesOnly, choices, shownName, shownId } = props;
  const { t, locale, value, error } = tools;
  if (choices) {
    return (
      <>
        <input type="hidden" name="hostName" value={value('hostName') ?? ''} />
        <input type="hidden" name="hostWas" value={value('hostName') ?? ''} />
        <ChoiceGroup
          name="host"
          label={`${t('editions.field.host-choose')} ${value('hostName') ?? ''}`}
          choices={[...choices, { value: 'none', label: t('editions.field.host-none') }]}
          defaultValue={choices[0]?.value ?? 'none'}
        />
      </>
    );
  }
  return (
    <>
      <input type="hidden" name="hostWas" value={shownName} />
      <input type="hidden" name="hostWasId" value={shownId} />
      <Combobox
        name="hostName"
        valueName="host"
        source={`/${locale}/organisations/search.json${authoritiesOnly ? '?authorities=1' : ''}`}
        label={t(label)}
        hint={hint && t(hint)}
        submit={t('editions.field.search')}
        defaultText={value('hostName') ?? shownName}
        defaultValue={value('host') ?? shownId}
        error={error('host')}
      />
    </>
  );
}
