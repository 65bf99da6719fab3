import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Section } from '#app/ui/page.tsx';
import type { LeftOverData } from '../editor/left-over.ts';
import { editorTexts } from '../editor-texts.ts';
import type { Sealed } from '../use-cases/read-sealed.server.ts';

/**
 * What a device still holds of a sealed text: words that were typed without connection and never sent. Filled by the script, which goes on
 * to the text where there are none.
 */
export function LeftOver({ locale, sealed, reading }: { locale: Locale; sealed: Sealed; reading: string }): ReactNode {
  const t = editorTexts(locale);
  const data: LeftOverData = { text: sealed.text.id, person: sealed.personId, vector: sealed.vector, reading };
  return (
    <div data-left-over={JSON.stringify(data)}>
      <div data-found hidden>
        <Section id="left-over" title={t('texts.editor.left-over')} lead={t('texts.editor.left-over-lead')}>
          <div className="text-reading" data-words lang={sealed.text.lang} />
          <p>
            <button type="button" className="button button-quiet" data-forget>
              {t('texts.editor.left-over-forget')}
            </button>
          </p>
        </Section>
      </div>
    </div>
  );
}
