import type { Locale } from '#app/lib/locale.ts';
import { Notice } from '#app/ui/states.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import type { Difference } from '../domain/differences.ts';
import { authoritiesTexts } from '../texts.ts';

/** After somebody else's change: what stands in the registry now beside what the second editor typed, who then chooses. */
export function Conflict({ locale, found }: { locale: Locale; found: readonly Difference[] }) {
  const t = authoritiesTexts(locale);
  const lines = (values: readonly string[]) => values.map((value) => <div key={value}>{value}</div>);
  return (
    <div className="stack">
      <Notice tone="warning" live title={t('authorities.conflict.title')}>
        {t(found.length > 0 ? 'authorities.conflict.text' : 'authorities.conflict.same')}
      </Notice>
      <DataTable
        caption={t('authorities.conflict.caption')}
        rows={found}
        rowKey={({ field }) => field}
        empty={null}
        columns={[
          { key: 'field', header: t('authorities.conflict.field'), rowHeader: true, cell: ({ field }) => t(`authorities.field.${field}`) },
          { key: 'now', header: t('authorities.conflict.now'), cell: ({ now }) => lines(now) },
          { key: 'mine', header: t('authorities.conflict.mine'), cell: ({ mine }) => lines(mine) },
        ]}
      />
    </div>
  );
}
