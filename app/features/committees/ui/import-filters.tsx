import type { ReactNode } from 'react';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { SelectField, TextField } from '#app/ui/forms.tsx';
import { FilterBar } from '#app/ui/tables.tsx';
import { filterQuery, SHOWN } from '../domain/filter-import.ts';
import type { DeskData } from '../routes/import-desk.tsx';
import { committeesTexts } from '../texts.ts';

/** Which rows are shown; the address keeps it. On a draft its fields belong to the form of the decisions: showing saves them. */
export function RowFilters({ data }: { data: DeskData }): ReactNode {
  const { locale, view, filter } = data;
  const t = committeesTexts(locale);
  const label = t('committees.attendance.search');
  // Another filter is another set of fields: what they begin with must follow the address.
  const fields = <FilterFields key={String(filterQuery(filter))} data={data} />;
  if (view.batch.state !== 'draft') {
    return (
      <FilterBar label={label} buttons={<FilterButtons data={data} />}>
        {fields}
      </FilterBar>
    );
  }
  return (
    <search aria-label={label} className="filter-bar">
      {fields}
      <div className="filter-bar-end">
        <FilterButtons data={data} />
      </div>
    </search>
  );
}

function FilterFields({ data: { locale, view, filter, kept } }: { data: DeskData }): ReactNode {
  const t = committeesTexts(locale);
  const { rows } = view.batch.snapshot.reading;
  const lists = (['all', 'present', 'excused'] as const).map((list) => ({
    value: list,
    label: `${t(`committees.attendance.${list}`)} · ${rows.filter((row) => list === 'all' || row.status === list).length}`,
  }));
  return (
    <>
      <TextField grow name="q" type="search" label={t('committees.attendance.search')} defaultValue={kept.q ?? filter.q} />
      <SelectField name="list" label={t('committees.attendance.views')} options={lists} defaultValue={kept.list ?? filter.list} />
      <SelectField
        name="show"
        label={t('committees.import.show')}
        options={SHOWN.map((show) => ({ value: show, label: t(`committees.import.show.${show}`) }))}
        defaultValue={kept.show ?? filter.show}
      />
    </>
  );
}

function FilterButtons({ data: { locale, view } }: { data: DeskData }): ReactNode {
  const t = committeesTexts(locale);
  return (
    <>
      <Button tone="quiet" name="go" value="rows">
        {t('committees.attendance.filter')}
      </Button>
      {view.batch.state === 'draft' ? (
        <Button tone="bare" name="go" value="all">
          {t('committees.attendance.clear')}
        </Button>
      ) : (
        <ButtonLink tone="bare" href="?#decide">
          {t('committees.attendance.clear')}
        </ButtonLink>
      )}
    </>
  );
}
