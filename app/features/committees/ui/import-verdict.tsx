import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { FormActions } from '#app/ui/forms.tsx';
import { Notice } from '#app/ui/states.tsx';
import type { ImportData } from '../routes/import-desk.tsx';
import { committeesTexts } from '../texts.ts';

/** The end of the desk: what is left to decide, what applying does, and the ways to apply, undo and discard. */
export function ImportVerdict({ data: { locale, view } }: { data: ImportData }) {
  const t = committeesTexts(locale);
  const { batch, open, plan } = view;
  const undo = `/${locale}/desk/imports/${batch.id}/undo`;
  if (batch.state === 'applied') {
    return (
      <FormActions>
        <ButtonLink tone="danger" href={undo}>
          {t('committees.import.undo')}
        </ButtonLink>
      </FormActions>
    );
  }
  if (batch.state !== 'draft') return null;
  const left = open.organisations.length + open.rows.length;
  const leftOut = Object.values(batch.decisions.rows).filter((decision) => decision.kind === 'leave-out').length;
  return (
    <div className="form">
      <Notice tone={left > 0 ? 'warning' : 'success'} title={t('committees.import.left', { count: left })}>
        {left > 0 ? (
          <Button small tone="quiet" name="go" value="open">
            {t('committees.import.show.open')}
          </Button>
        ) : (
          t('committees.import.apply-lead', { people: plan.length, left: leftOut })
        )}
      </Notice>
      <FormActions>
        <Button disabled={left > 0} name="intent" value="apply">
          {t('committees.import.apply')}
        </Button>
        <ButtonLink tone="bare" href={undo}>
          {t('committees.import.discard')}
        </ButtonLink>
      </FormActions>
    </div>
  );
}
