import type { ReactNode } from 'react';
import type { EditorKey } from '../editor-texts.ts';
import type { TextSuggestions } from '../suggestions.ts';

type T = (key: EditorKey, values?: Record<string, string | number>) => string;

type Asked = {
  name: string;
  label: string;
  hint?: string;
  wrong?: string;
  options?: readonly { value: string; label?: string }[];
  rows?: number;
};

/** One field of a dialog: its sentence for what cannot be taken is in the page, hidden until it is needed. */
function Ask({ dialog, field }: { dialog: string; field: Asked }): ReactNode {
  const id = `ask-${dialog}-${field.name}`;
  const described = [field.hint && `${id}-hint`, field.wrong && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const list = field.options && field.options.length > 0 ? `${id}-list` : undefined;
  const bound = { id, name: field.name, className: 'control', 'aria-describedby': described };
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {field.label}
      </label>
      {field.hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {field.rows ? (
        <textarea {...bound} rows={field.rows} maxLength={5000} />
      ) : (
        <input {...bound} type="text" list={list} maxLength={300} autoComplete="off" />
      )}
      {list && (
        <datalist id={list}>
          {field.options?.map(({ value, label }) => (
            <option key={value} value={value} label={label} />
          ))}
        </datalist>
      )}
      {field.wrong && (
        <p className="field-error" id={`${id}-error`} role="alert" hidden data-wrong={field.name}>
          {field.wrong}
        </p>
      )}
    </div>
  );
}

function AskDialog({
  t,
  name,
  title,
  fields,
  removable,
}: {
  t: T;
  name: string;
  title: string;
  fields: readonly Asked[];
  removable?: boolean;
}): ReactNode {
  return (
    <dialog className="ask" data-ask={name} aria-labelledby={`ask-${name}`}>
      <form method="dialog" className="stack">
        <h2 id={`ask-${name}`}>{title}</h2>
        {fields.map((field) => (
          <Ask key={field.name} dialog={name} field={field} />
        ))}
        <p className="cluster">
          <button type="submit" className="button" value="apply">
            {t('texts.editor.apply')}
          </button>
          <button type="submit" className="button button-quiet" value="cancel" formNoValidate>
            {t('texts.editor.cancel')}
          </button>
          {removable && (
            <button type="submit" className="button button-bare" value="remove" formNoValidate hidden>
              {t('texts.editor.remove')}
            </button>
          )}
        </p>
      </form>
    </dialog>
  );
}

/** What the tools ask for, each in a dialog of the browser. */
export function EditorDialogs({ t, suggestions }: { t: T; suggestions: TextSuggestions }): ReactNode {
  const labels = (list: readonly { label: string }[]) => [...new Set(list.map(({ label }) => label))].map((value) => ({ value }));
  const documents = suggestions.documents.map(({ number, title }) => ({ value: number, label: title }));
  const address = {
    name: 'href',
    label: t('texts.editor.address'),
    hint: t('texts.editor.address-hint'),
    wrong: t('texts.editor.address-wrong'),
  };
  const number = { name: 'number', label: t('texts.editor.number'), wrong: t('texts.editor.number-wrong'), options: documents };
  const speaker = {
    name: 'speaker',
    label: t('texts.editor.speaker'),
    hint: t('texts.editor.speaker-hint'),
    options: labels(suggestions.speakers),
  };
  const owner = { name: 'owner', label: t('texts.editor.owner'), options: labels(suggestions.owners) };
  const due = { name: 'due', label: t('texts.editor.due'), hint: t('texts.editor.due-hint'), wrong: t('texts.editor.due-wrong') };
  return (
    <>
      <AskDialog t={t} name="link" title={t('texts.editor.link')} fields={[address]} removable />
      <AskDialog
        t={t}
        name="footnote"
        title={t('texts.editor.footnote')}
        fields={[{ name: 'text', label: t('texts.editor.note'), rows: 4 }]}
        removable
      />
      <AskDialog t={t} name="docRef" title={t('texts.editor.doc')} fields={[number]} removable />
      <AskDialog t={t} name="statement" title={t('texts.editor.statement')} fields={[speaker]} />
      <AskDialog t={t} name="action" title={t('texts.editor.action')} fields={[owner, due]} />
    </>
  );
}
