import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { classes } from '#app/ui/classes.ts';
import { Button, SideMark, Tag } from '#app/ui/controls.tsx';
import { MinutesBar } from '#app/ui/figures.tsx';
import { Icon } from '#app/ui/icons.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import type { BoardModel, Card, CardMember, Column } from '../board-model.ts';
import { type WorkshopsTranslate, workshopsTexts } from '../texts.ts';

type Tools = { t: WorkshopsTranslate; columns: readonly Column[]; mayArrange: boolean };

/** The form that the buttons of all cards send; it stands once on the page and carries the revision. */
export const BOARD_FORM = 'board-form';

/** More cards than this without a place stand across the whole board. */
const MANY = 8;

/** Columns by slot and workshop, and who has no place. */
export function BoardGrid({ locale, model, mayArrange }: { locale: Locale; model: BoardModel; mayArrange: boolean }): ReactNode {
  const t = workshopsTexts(locale);
  const tools = { t, columns: model.columns, mayArrange };
  return (
    <div className="board">
      {model.columns.map((column) => (
        <BoardColumn key={column.id} column={column} tools={tools} />
      ))}
      <section
        className={classes('board-column board-unplaced', model.unplaced.length > MANY && 'board-unplaced-many')}
        aria-labelledby="column-none"
      >
        <div className="board-column-head">
          <p className="eyebrow">{t('workshops.board.unplaced-eyebrow')}</p>
          <h2 id="column-none">
            {t('workshops.board.unplaced', { count: model.unplaced.reduce((sum, { members }) => sum + members.length, 0) })}
          </h2>
        </div>
        <Cards cards={model.unplaced} tools={tools} />
      </section>
    </div>
  );
}

function BoardColumn({ column, tools }: { column: Column; tools: Tools }) {
  const { t } = tools;
  const { id, number, title, when, room, used, available, seats, speakers, faults } = column;
  const text = available === null ? t('workshops.board.minutes-any', { used }) : t('workshops.board.minutes', { used, available });
  return (
    <section className="board-column" aria-labelledby={`column-${id}`}>
      <div className="board-column-head">
        <p className="eyebrow">{[when || t('workshops.board.no-slot'), room].filter(Boolean).join(' · ')}</p>
        <h2 id={`column-${id}`}>
          <span className="num">{t('workshops.board.number', { number })}</span> {title && <LocalisedRun value={title} />}
        </h2>
        <MinutesBar id={`minutes-${id}`} label={t('workshops.board.talks')} text={text} parts={column.parts} max={available ?? used} />
        <p className="board-speakers">
          {speakers.map(({ side, country, count }) => (
            <span key={side}>
              <SideMark side={side} /> {t('workshops.board.speakers', { country, count })}
            </span>
          ))}
          {seats !== null && <span>{t('workshops.board.seats', { seats })}</span>}
        </p>
        <Faults faults={faults} />
      </div>
      <Cards cards={column.cards} tools={tools} />
    </section>
  );
}

function Faults({ faults }: { faults: readonly string[] }) {
  return faults.map((fault) => (
    <p key={fault} className="board-fault">
      <Icon name="alert" />
      <span>{fault}</span>
    </p>
  ));
}

function Cards({ cards, tools }: { cards: readonly Card[]; tools: Tools }) {
  if (cards.length === 0) return <p className="quiet">{tools.t('workshops.board.empty-column')}</p>;
  return (
    <ul className="board-cards">
      {cards.map((card) => (
        <li key={card.id} id={`card-${card.id}`} className="board-card">
          {card.members.map((member) => (
            <Member key={member.id} member={member} placed={card.workshopId !== null} t={tools.t} />
          ))}
          <p className="tags">
            {card.pinned && <Tag tone="pinned">{tools.t('workshops.board.pinned')}</Tag>}
            {card.sharing && <Tag>{tools.t(`workshops.board.sharing.${card.sharing}`, { minutes: card.minutes })}</Tag>}
          </p>
          <Faults faults={card.faults} />
          {tools.mayArrange && <CardMenu card={card} tools={tools} />}
        </li>
      ))}
    </ul>
  );
}

function Member({ member, placed, t }: { member: CardMember; placed: boolean; t: WorkshopsTranslate }) {
  const { name, side, country, rank, choices, chair } = member;
  const wished = choices.length === 0 ? t('workshops.board.no-choices') : t('workshops.board.choices', { choices: choices.join(', ') });
  return (
    <div className="board-member">
      <p className="board-name">
        <SideMark side={side} label={country} />
        <span lang={name.lang || undefined}>{name.text}</span>
      </p>
      <p className="board-wish">
        {chair && <strong>{t('workshops.board.chair')} </strong>}
        {placed && choices.length > 0 && <span>{rank === null ? t('workshops.board.outside') : t('workshops.board.rank', { rank })} </span>}
        <span className="quiet">{wished}</span>
      </p>
    </div>
  );
}

/** Everything that can be done to a card: buttons of the board's form, each with its act as value. */
function CardMenu({ card, tools: { t, columns } }: { card: Card; tools: Tools }) {
  const names = card.members.map(({ name }) => name.text).join(' + ');
  const act = (value: string, label: ReactNode) => (
    <Button key={value} form={BOARD_FORM} name="act" value={value} tone="bare" small>
      {label}
    </Button>
  );
  const elsewhere = columns.filter(({ id }) => id !== card.workshopId);
  return (
    <details className="board-menu">
      <summary>
        <span aria-hidden="true">{t('workshops.board.menu')}</span>
        <span className="hidden-text">{t('workshops.board.menu-of', { names })}</span>
      </summary>
      <ul>
        {card.pinned && <li>{act(`unpin:${card.id}`, t('workshops.board.unpin'))}</li>}
        {!card.pinned && card.workshopId !== null && <li>{act(`pin:${card.id}:${card.workshopId}`, t('workshops.board.pin'))}</li>}
        {elsewhere.map(({ id, number }) => (
          <li key={id}>{act(`move:${card.id}:${id}`, t('workshops.board.move', { number }))}</li>
        ))}
        {card.workshopId !== null && <li>{act(`move:${card.id}:`, t('workshops.board.move-out'))}</li>}
      </ul>
    </details>
  );
}
