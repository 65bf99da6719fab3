import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Button } from '#app/ui/controls.tsx';
import { HiddenValues } from '#app/ui/forms.tsx';
import { HiddenText } from '#app/ui/text.tsx';
import { agendasTexts } from '../texts.ts';

type Props = { locale: Locale; what: 'item' | 'document'; id: string; title: string; first: boolean; last: boolean };

/** The two buttons that move an item or a document among its neighbours. */
export function OrderButtons({ locale, what, id, title, first, last }: Props): ReactNode {
  const t = agendasTexts(locale);
  return (
    <form method="post" className="agenda-actions">
      <HiddenValues values={{ what, id }} />
      <Button small tone="quiet" name="act" value="up" disabled={first} icon="up">
        <HiddenText>{t('agendas.up', { title })}</HiddenText>
      </Button>
      <Button small tone="quiet" name="act" value="down" disabled={last} icon="down">
        <HiddenText>{t('agendas.down', { title })}</HiddenText>
      </Button>
    </form>
  );
}
