import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Button } from '#app/ui/controls.tsx';
import { HiddenValues } from '#app/ui/forms.tsx';
import { Working } from '#app/ui/states.tsx';
import type { RunRow } from '../queries.server.ts';
import { workshopsTexts } from '../texts.ts';

/** A run under way: the level it is at, its value and what is proven. Refreshed by a small script, or without it by the browser. */
export function RunProgress(props: { locale: Locale; run: RunRow; action: string; mayCancel: boolean }): ReactNode {
  const { locale, run, action, mayCancel } = props;
  const t = workshopsTexts(locale);
  const at = run.progress.at(-1);
  const seconds = Math.floor(at?.elapsedSeconds ?? 0);
  const said = at
    ? t('workshops.run.at', {
        level: t(`workshops.level.${at.level as 'unplaced'}`),
        value: at.value ?? 0,
        bound: Math.ceil(at.bound ?? 0),
      })
    : t('workshops.run.beginning');
  return (
    <div id="live-run" data-enhance="live">
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <Working
        label={t('workshops.run.working', { number: run.number })}
        value={seconds}
        max={run.timeLimitSeconds}
        detail={t('workshops.run.seconds', { seconds, most: run.timeLimitSeconds })}
      >
        <p>{said}</p>
        <p className="quiet">{t('workshops.run.leave')}</p>
        {mayCancel && (
          <form method="post" action={action}>
            <HiddenValues values={{ act: 'cancel', number: String(run.number) }} />
            <Button tone="quiet" small>
              {t('workshops.run.cancel')}
            </Button>
          </form>
        )}
      </Working>
    </div>
  );
}
