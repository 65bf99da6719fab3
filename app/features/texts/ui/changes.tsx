import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import type { BlockChange } from '../domain/compare.ts';
import { lifeTexts } from '../life-texts.ts';
import { readingTexts } from '../reading-texts.ts';

type Run = { key: number; same: BlockChange[] } | { key: number; change: BlockChange };

/** What differs between two versions; long stretches that do not are folded away. */
export function Changes({ changes, lang, locale }: { changes: readonly BlockChange[]; lang: Locale; locale: Locale }): ReactNode {
  const t = lifeTexts(locale);
  return (
    <div className="text-changes">
      {runsOf(changes).map((run) =>
        'change' in run ? (
          <Change key={run.key} change={run.change} lang={lang} locale={locale} />
        ) : (
          <details key={run.key} className="text-change-same">
            <summary>{t('texts.compare.same', { count: run.same.length })}</summary>
            <div className="stack stack-s" lang={lang}>
              {run.same.map((change, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: frozen words; a paragraph is its place
                <p key={index}>{wordsOr(change, locale)}</p>
              ))}
            </div>
          </details>
        ),
      )}
    </div>
  );
}

function runsOf(changes: readonly BlockChange[]): Run[] {
  const runs: Run[] = [];
  for (const [key, change] of changes.entries()) {
    const last = runs.at(-1);
    if (change.kind !== 'same') runs.push({ key, change });
    else if (last && 'same' in last) last.same.push(change);
    else runs.push({ key, same: [change] });
  }
  return runs;
}

/** What a block without words is. */
function blockName(type: BlockChange['type'], locale: Locale): string {
  if (type === 'attendanceList') return readingTexts(locale)('texts.reading.attendance');
  return type === 'timelineGrid' ? readingTexts(locale)('texts.reading.timeline') : '―';
}

/** The words of a block; the name of what it is for one that has none. */
function wordsOr(change: BlockChange, locale: Locale): ReactNode {
  if (change.words.length > 0) return change.words.map(({ text }) => text).join('');
  return <span lang={locale}>{lifeTexts(locale)('texts.compare.part', { name: blockName(change.type, locale) })}</span>;
}

function Change({ change, lang, locale }: { change: BlockChange; lang: Locale; locale: Locale }): ReactNode {
  const t = lifeTexts(locale);
  const { kind, words } = change;
  const label = kind === 'form' || kind === 'added' || kind === 'removed' ? t(`texts.compare.${kind}`) : null;
  return (
    <div>
      {label && <p className="text-change-kind">{label}</p>}
      <p lang={lang}>
        {words.length === 0
          ? wordsOr(change, locale)
          : words.map(({ kind: of, text }, index) => {
              // biome-ignore lint/suspicious/noArrayIndexKey: frozen words; a run is its place
              if (of === 'added') return <ins key={index}>{text}</ins>;
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              return of === 'removed' ? <del key={index}>{text}</del> : text;
            })}
      </p>
    </div>
  );
}
