import { Fragment, type ReactNode } from 'react';
import { countryName } from '#app/features/editions/public.ts';
import { listText } from '#app/lib/list-text.ts';
import type { Locale } from '#app/lib/locale.ts';
import { SideMark, Tag, type TagTone } from '#app/ui/controls.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { authorityName } from '../../authority-name.ts';
import { choicesText, type Doc5Words, instantText, wishTexts } from '../../doc5-texts.ts';
import type { CrossedRow } from '../../domain/list/cross-list.ts';
import { owedAnswers } from '../../domain/owed.ts';
import type { ParticipationState } from '../../domain/states.ts';
import { stageText, stateText } from '../../texts.ts';
import type { CrossedList } from '../../use-cases/list/read-crossed-list.server.ts';
import type { Intention } from '../../use-cases/read-intentions.server.ts';

type Row = CrossedRow<Intention>;

const TONES: Record<ParticipationState, TagTone> = {
  'to-contact': 'draft',
  contacted: 'plain',
  chased: 'plain',
  considering: 'wait',
  confirmed: 'ok',
  declined: 'plain',
  excused: 'info',
};

/** A state in a word, with its sign. */
export function StateTag({ state, words }: { state: ParticipationState; words: Pick<Doc5Words, 't'> }): ReactNode {
  return <Tag tone={TONES[state]}>{stateText(words.t, state)}</Tag>;
}

/** An authority's name in the language that it is in. */
export function AuthorityRun({ organisation, locale }: { organisation: Intention['organisation']; locale: Locale }): ReactNode {
  const { text, lang } = authorityName(organisation, locale);
  return <span lang={lang && lang !== locale ? lang : undefined}>{text}</span>;
}

type CrossedTableProps = {
  list: CrossedList;
  rows: readonly Row[];
  words: Doc5Words;
  /** The countries whose authorities' sheets the reader may open. */
  opens: readonly string[];
  empty: ReactNode;
};

/** The crossed list: one side on the left, the other on the right, tied authorities in one row. */
export function CrossedTable({ list, rows, words, opens, empty }: CrossedTableProps): ReactNode {
  const { t, locale } = words;
  const [left, right] = list.sides;
  const country = (code: string) => ({ country: countryName(code, locale) });
  const cell = { list, words, opens };
  return (
    <DataTable
      caption={t('participation.doc5.count', { count: list.matching.length, rows: list.rows.length })}
      captionHidden
      rows={rows}
      rowKey={(row) => `${row.left?.participationId} ${row.right?.participationId} ${row.awayLeft} ${row.awayRight}`}
      empty={empty}
      columns={[
        {
          key: 'left',
          header: t('participation.doc5.authority-of', country(left)),
          cell: (row) => <Authority {...cell} side={left} held={row.left} first={row.firstLeft} away={row.awayLeft} />,
        },
        {
          key: 'left-answers',
          header: t('participation.doc5.answers-of', country(left)),
          cell: (row) => row.left && row.firstLeft && <Answers {...cell} held={row.left} />,
        },
        {
          key: 'right',
          header: t('participation.doc5.authority-of', country(right)),
          cell: (row) => <Authority {...cell} side={right} held={row.right} first={row.firstRight} away={row.awayRight} />,
        },
        {
          key: 'right-answers',
          header: t('participation.doc5.answers-of', country(right)),
          cell: (row) => row.right && row.firstRight && <Answers {...cell} held={row.right} />,
        },
      ]}
    />
  );
}

type CellProps = Pick<CrossedTableProps, 'list' | 'words' | 'opens'>;

function Authority(props: CellProps & { side: string; held: Intention | null; first: boolean; away: readonly string[] }): ReactNode {
  const { list, words, opens, side, held, first, away } = props;
  const { t, locale } = words;
  if (!held && away.length === 0) return <span className="quiet">{t('participation.doc5.no-twin')}</span>;
  const mark = <SideMark side={list.view.series.countries[0] === side ? 'a' : 'b'} label={countryName(side, locale)} />;
  if (!held)
    return away.map((id) => {
      const organisation = list.others.get(id);
      return organisation ? (
        <p key={id} className="quiet crossed-name">
          <span>
            {mark} <AuthorityRun organisation={organisation} locale={locale} />
          </span>
          <small>{t('participation.doc5.away')}</small>
        </p>
      ) : null;
    });
  const name = <AuthorityRun organisation={held.organisation} locale={locale} />;
  const linked = opens.includes(side) ? <a href={`/${locale}/desk/participations/${held.participationId}`}>{name}</a> : name;
  return (
    <div className="crossed-name">
      <span>
        {mark} {first ? <strong>{linked}</strong> : <span className="quiet">{linked}</span>}
      </span>
      {first ? <StateTag state={held.state} words={words} /> : <small className="quiet">{t('participation.doc5.again')}</small>}
      {first && list.filter.sort === 'latest' && (
        <small className="quiet">{t('participation.doc5.since', { date: instantText(held.stateSince, list.view, locale) })}</small>
      )}
    </div>
  );
}

function Answers({ list, words, held }: CellProps & { held: Intention }): ReactNode {
  const { t, locale } = words;
  const owed = owedAnswers(held, list.asked, list.today).stages;
  const lines = [
    choicesText(held, words),
    listText(wishTexts(held, words), locale),
    owed.length > 0 &&
      t('participation.doc5.owes', {
        stages: listText(
          owed.map((stage) => stageText(t, stage)),
          locale,
        ),
      }),
  ];
  return (
    <>
      {lines.filter(Boolean).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a cell have no other identity than their order
        <Fragment key={index}>
          {index > 0 && <br />}
          <span className={index === 2 ? 'quiet' : undefined}>{line}</span>
        </Fragment>
      ))}
    </>
  );
}
