import type { ReactNode } from 'react';
import type { EditorKey } from '../editor-texts.ts';
import type { TextSuggestions } from '../suggestions.ts';

type T = (key: EditorKey, values?: Record<string, string | number>) => string;

/** A tool: its name, or a drawn sign with its name read out; `data-tool` says to the script what it does. */
function Tool({ tool, name, sign, shows }: { tool: string; name: string; sign?: string; shows?: boolean }): ReactNode {
  const named = sign ? { 'aria-label': name, title: name, 'data-sign': sign } : {};
  return (
    <button type="button" className="tool" data-tool={tool} aria-pressed={shows ? 'false' : undefined} {...named}>
      {sign ? null : name}
    </button>
  );
}

/** The tools above the text; the script brings them to life, and shows those of a table inside one. */
export function EditorToolbar({ t, annexes }: { t: T; annexes: TextSuggestions['annexes'] }): ReactNode {
  return (
    <div className="tools" data-tools>
      <div className="tool-row" role="toolbar" aria-label={t('texts.editor.tools')} aria-controls="text-area">
        <select className="tool tool-select" data-tool="block" aria-label={t('texts.editor.block')}>
          <option value="0">{t('texts.editor.paragraph')}</option>
          {[2, 3, 4].map((level) => (
            <option key={level} value={level}>
              {t('texts.editor.heading', { level: level - 1 })}
            </option>
          ))}
        </select>
        <span className="tool-group">
          <Tool shows tool="bold" name={t('texts.editor.bold')} sign="B" />
          <Tool shows tool="italic" name={t('texts.editor.italic')} sign="I" />
          <Tool shows tool="superscript" name={t('texts.editor.superscript')} sign="x²" />
        </span>
        <span className="tool-group">
          <Tool shows tool="bulletList" name={t('texts.editor.bullet-list')} sign="•—" />
          <Tool shows tool="orderedList" name={t('texts.editor.ordered-list')} sign="1—" />
          <Tool shows tool="blockquote" name={t('texts.editor.quotation')} sign="“ ”" />
        </span>
        <span className="tool-group">
          <Tool shows tool="link" name={t('texts.editor.link')} />
          <Tool tool="footnote" name={t('texts.editor.footnote')} sign="a¹" />
          <Tool tool="docRef" name={t('texts.editor.doc')} sign="Doc" />
        </span>
        <span className="tool-group">
          <Tool shows tool="statement" name={t('texts.editor.statement')} />
          <Tool shows tool="decision" name={t('texts.editor.decision')} />
          <Tool shows tool="action" name={t('texts.editor.action')} />
          <Tool tool="table" name={t('texts.editor.table')} />
          {annexes.includes('attendanceList') && <Tool tool="attendanceList" name={t('texts.editor.attendance')} />}
          {annexes.includes('timelineGrid') && <Tool tool="timelineGrid" name={t('texts.editor.timeline')} />}
        </span>
        <span className="tool-group">
          <Tool tool="undo" name={t('texts.editor.undo')} />
          <Tool tool="redo" name={t('texts.editor.redo')} />
        </span>
      </div>
      <TableTools t={t} />
    </div>
  );
}

function TableTools({ t }: { t: T }): ReactNode {
  return (
    <div className="tool-row" role="toolbar" aria-label={t('texts.editor.table-tools')} aria-controls="text-area" data-table-tools hidden>
      <Tool tool="addRowBefore" name={t('texts.editor.row-before')} />
      <Tool tool="addRowAfter" name={t('texts.editor.row-after')} />
      <Tool tool="addColumnBefore" name={t('texts.editor.column-before')} />
      <Tool tool="addColumnAfter" name={t('texts.editor.column-after')} />
      <Tool tool="toggleHeaderRow" name={t('texts.editor.header-row')} />
      <Tool tool="deleteRow" name={t('texts.editor.row-delete')} />
      <Tool tool="deleteColumn" name={t('texts.editor.column-delete')} />
      <Tool tool="deleteTable" name={t('texts.editor.table-delete')} />
    </div>
  );
}
