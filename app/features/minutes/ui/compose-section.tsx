import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Button } from '#app/ui/controls.tsx';
import { Form, FormActions, HiddenValues } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { minutesTexts } from '../texts.ts';
import type { MinutesView } from '../use-cases/read-minutes.server.ts';
import { languageName } from './language-name.ts';

type Props = { locale: Locale; composable: readonly Locale[]; missing: MinutesView['missing']; begun: boolean };

/** One press for each language in which the minutes are not begun; French and Japanese are the authentic ones and come first. */
export function ComposeSection({ locale, composable, missing, begun }: Props): ReactNode {
  const t = minutesTexts(locale);
  const inOrder = (['fr', 'ja', 'en'] as const).filter((lang) => composable.includes(lang));
  return (
    <Section id="compose" title={t('minutes.compose')} lead={begun ? undefined : t('minutes.lead')}>
      <div className="stack">
        {missing.length > 0 && (
          <Notice title={t('minutes.missing')}>
            <p>{t('minutes.missing-lead')}</p>
            <ul>
              {missing.map((what) => (
                <li key={what}>{t(`minutes.missing.${what}`)}</li>
              ))}
            </ul>
          </Notice>
        )}
        <div className="cluster">
          {inOrder.map((lang, index) => (
            <Form key={lang}>
              <HiddenValues values={{ intent: 'compose', lang }} />
              <FormActions>
                <Button tone={!begun && index < 2 ? 'main' : 'quiet'}>
                  {t('minutes.compose-in', { language: languageName(lang, locale) })}
                </Button>
              </FormActions>
            </Form>
          ))}
        </div>
      </div>
    </Section>
  );
}
