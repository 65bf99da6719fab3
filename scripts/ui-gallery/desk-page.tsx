import type { ReactNode } from 'react';

import { Button, ButtonLink, SideLegend, SideMark, Tag } from '../../app/ui/controls.tsx';
import { Facts, MinutesBar, Rows } from '../../app/ui/figures.tsx';
import { SelectField, TextField } from '../../app/ui/forms.tsx';
import { PageHead, Panel, Section } from '../../app/ui/page.tsx';
import { EmptyState } from '../../app/ui/states.tsx';
import { type Column, DataTable, FilterBar, ListFoot, Pagination } from '../../app/ui/tables.tsx';
import { Ordinals, Run } from '../../app/ui/text.tsx';
import { DESK as D, FORM as F } from './desk-words.ts';
import { DeskFrame, type PageProps } from './frame.tsx';
import { WORDS as W, words } from './words.ts';

type Person = {
  id: string;
  name: ReactNode;
  place: ReactNode;
  role: string;
  people: number;
  state: 'ok' | 'wait' | 'late';
};

/** A desk: figures, a board, a list with its filters and pages. */
export function DeskPage({ locale, page }: PageProps): ReactNode {
  const w = words(locale);
  return (
    <DeskFrame locale={locale} page={page}>
      <PageHead
        eyebrow={w(W.workshops)}
        title={w(D.title)}
        lead={w(D.computed)}
        actions={
          <>
            <ButtonLink href="#compare" tone="quiet">
              {w(D.compare)}
            </ButtonLink>
            <ButtonLink href="#publish">{w(D.publish)}</ButtonLink>
          </>
        }
      />
      <Facts
        items={[
          { key: 'none', label: w(D.noPlace), value: '0' },
          { key: 'outside', label: w(D.outside), value: '1' },
          { key: 'second', label: w(D.second), value: '11' },
          { key: 'gap', label: w(D.gap), value: '3' },
        ]}
      />
      <Section
        id="board"
        title={w(D.morning)}
        actions={
          <SideLegend
            items={[
              { side: 'a', label: w(W.sideA) },
              { side: 'b', label: w(W.sideB) },
              { side: 'both', label: w(W.both) },
            ]}
          />
        }
      >
        <Board locale={locale} />
      </Section>
      <Section id="list" title={w(W.authorities)}>
        <PeopleList locale={locale} />
      </Section>
    </DeskFrame>
  );
}

function Board({ locale }: Pick<PageProps, 'locale'>): ReactNode {
  const w = words(locale);
  const tag = (tone: 'ok' | 'wait' | 'late' | 'pinned', text: string) => (
    <Tag tone={tone}>
      <Ordinals text={text} lang={locale} />
    </Tag>
  );
  const city = (name: string, lang = 'fr') => <Run lang={lang}>{name}</Run>;
  return (
    <div className="columns">
      <Panel title={`1 · ${w(W.w1)}`} meta="11">
        <MinutesBar
          id="bar-1"
          label={w(D.minutesUsed)}
          text={w(D.of84a)}
          max={84}
          parts={[
            { value: 49, side: 'a' },
            { value: 28, side: 'b' },
          ]}
        />
        <Rows
          items={[
            {
              key: '1',
              sign: <SideMark side="a" label={w(W.sideA)} />,
              content: city('Région Occitanie'),
              end: tag('ok', w(D.first)),
            },
            {
              key: '2',
              sign: <SideMark side="both" label={w(W.both)} />,
              content: (
                <>
                  {city('Cannes')} – {city('静岡市', 'ja')} <small>{w(D.seven)}</small>
                </>
              ),
              end: tag('ok', w(D.first)),
            },
            {
              key: '3',
              sign: <SideMark side="a" label={w(W.sideA)} />,
              content: city('Compiègne'),
              end: tag('pinned', w(D.pinned)),
            },
            {
              key: '4',
              sign: <SideMark side="b" label={w(W.sideB)} />,
              content: city('高松市', 'ja'),
              end: tag('wait', w(D.secondChoice)),
            },
          ]}
        />
      </Panel>
      <Panel title={`2 · ${w(W.w2)}`} meta="12">
        <MinutesBar
          id="bar-2"
          label={w(D.minutesUsed)}
          text={w(D.of84b)}
          max={84}
          parts={[
            { value: 52, side: 'a' },
            { value: 39, side: 'b' },
          ]}
        />
        <Rows
          items={[
            {
              key: '1',
              sign: <SideMark side="a" label={w(W.sideA)} />,
              content: city('Nancy'),
              end: tag('ok', w(D.first)),
            },
            {
              key: '2',
              sign: <SideMark side="b" label={w(W.sideB)} />,
              content: city('金沢市', 'ja'),
              end: tag('ok', w(D.first)),
            },
            {
              key: '3',
              sign: <SideMark side="a" label={w(W.sideA)} />,
              content: city('Barbizon'),
              end: tag('late', w(D.off)),
            },
          ]}
        />
      </Panel>
    </div>
  );
}

function PeopleList({ locale }: Pick<PageProps, 'locale'>): ReactNode {
  const w = words(locale);
  const run = (name: string, lang = 'fr') => <Run lang={lang}>{name}</Run>;
  const rows: Person[] = [
    {
      id: '1',
      place: run('Bordeaux Métropole'),
      name: 'Élodie Marchand',
      role: w(D.deputy),
      people: 3,
      state: 'ok',
    },
    {
      id: '2',
      place: run('静岡市', 'ja'),
      name: run('山田 花子', 'ja'),
      role: w(D.officer),
      people: 12,
      state: 'ok',
    },
    {
      id: '3',
      place: run('Saint-Pierre-lès-Nemours'),
      name: 'Yann Le Guen',
      role: w(D.officer),
      people: 1,
      state: 'wait',
    },
    {
      id: '4',
      place: run('高松市', 'ja'),
      name: run('佐々木 健', 'ja'),
      role: w(D.deputy),
      people: 104,
      state: 'late',
    },
  ];
  const states = { ok: w(D.present), wait: w(D.excused), late: w(D.toCheck) };
  const columns: Column<Person>[] = [
    {
      key: 'place',
      header: w(D.authority),
      cell: (row) => row.place,
      rowHeader: true,
      sort: { href: '?sort=-place', direction: 'ascending' },
    },
    {
      key: 'name',
      header: w(D.delegate),
      cell: (row) => row.name,
      sort: { href: '?sort=name' },
    },
    { key: 'role', header: w(D.role), cell: (row) => row.role },
    {
      key: 'people',
      header: w(D.people),
      cell: (row) => row.people,
      numeric: true,
      narrow: true,
    },
    {
      key: 'state',
      header: w(D.state),
      cell: (row) => <Tag tone={row.state}>{states[row.state]}</Tag>,
      narrow: true,
    },
    {
      key: 'actions',
      header: w(D.actions),
      hiddenHeader: true,
      cell: () => <a href="#edit">{w(D.edit)}</a>,
      narrow: true,
    },
  ];
  const empty = (
    <EmptyState title={w(D.emptyTitle)} actions={<ButtonLink href="#create">{w(D.create)}</ButtonLink>}>
      {w(D.emptyText)}
    </EmptyState>
  );
  return (
    <div className="stack">
      <FilterBar
        label={w(D.search)}
        buttons={
          <>
            <Button tone="quiet">{w(D.apply)}</Button>
            <a href="?">{w(D.clear)}</a>
          </>
        }
      >
        <TextField name="q" type="search" label={w(D.search)} grow />
        <SelectField
          name="side"
          label={w(D.side)}
          placeholder={w(D.all)}
          options={[
            { value: 'fr', label: w(W.sideA) },
            { value: 'jp', label: w(W.sideB) },
          ]}
        />
      </FilterBar>
      <DataTable
        caption={w(D.caption)}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowTone={(row) => (row.state === 'late' ? 'attention' : undefined)}
        empty={empty}
      />
      <ListFoot
        count={w(D.caption)}
        exports={
          <>
            <a href="#xlsx">XLSX</a>
            <a href="#csv">CSV</a>
          </>
        }
      >
        <Pagination
          page={4}
          pages={12}
          href={(n) => `?page=${n}`}
          labels={{
            nav: w(D.pages),
            previous: w(D.previous),
            next: w(D.following),
            page: (n) => `${w(D.page)} ${n}`,
          }}
        />
      </ListFoot>
      <DataTable caption={w(F.title)} columns={columns} rows={[]} rowKey={(row) => row.id} empty={empty} />
      <DataTable
        caption={`${w(D.caption)} (2)`}
        columns={columns}
        rows={rows.slice(0, 2)}
        rowKey={(row) => row.id}
        empty={empty}
        narrow="scroll"
        dense
      />
    </div>
  );
}
