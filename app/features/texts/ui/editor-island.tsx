import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import type { TextDocument } from '../domain/document.ts';
import { type IslandData, LINE_STATES } from '../editor/island.ts';
import { editorTexts } from '../editor-texts.ts';
import { readingTexts } from '../reading-texts.ts';
import type { TextSuggestions } from '../suggestions.ts';
import { EditorDialogs } from './editor-dialogs.tsx';
import { EditorToolbar } from './editor-toolbar.tsx';
import { TextReading } from './text-reading.tsx';

/** What the page of writing is made from. */
export type IslandProps = {
  locale: Locale;
  text: { id: string; lang: Locale };
  writer: { personId: string; name: string };
  document: TextDocument;
  suggestions: TextSuggestions;
  /** Where one signs in again and comes back to this page. */
  signIn: string;
};

/**
 * Where the editor takes hold: its tools, its line of state and its dialogs, hidden until the script has come, and until then (or without
 * it) the text for reading. Every sentence the script shows is here already.
 */
export function EditorIsland({ locale, text, writer, document, suggestions, signIn }: IslandProps): ReactNode {
  const t = editorTexts(locale);
  const limit = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale).format(400_000);
  return (
    <div className="text-editor" data-editor={JSON.stringify(islandData({ locale, text, writer, suggestions }))}>
      <div data-live hidden>
        <div className="editor-head">
          <Line locale={locale} signIn={signIn} />
          <p className="editor-here" data-here>
            {t('texts.editor.alone')}
          </p>
          <EditorToolbar t={t} annexes={suggestions.annexes} />
          <div className="editor-notice" role="alert">
            <p data-notice="paste-image" hidden>
              {t('texts.editor.paste-image')}
            </p>
            <p data-notice="paste-large" hidden>
              {t('texts.editor.paste-large', { limit })}
            </p>
          </div>
        </div>
        <div id="text-area" className="text-reading editor-area" data-area lang={text.lang} data-label={t('texts.editor.area')} />
        <details className="editor-help">
          <summary>{t('texts.editor.help')}</summary>
          <ul>
            <li>{t('texts.editor.help-toolbar')}</li>
            <li>{t('texts.editor.help-marks')}</li>
            <li>{t('texts.editor.help-blocks')}</li>
            <li>{t('texts.editor.help-parts')}</li>
          </ul>
        </details>
        <EditorDialogs t={t} suggestions={suggestions} />
      </div>
      <div data-fallback>
        <noscript>
          <p className="notice">{t('texts.editor.no-script')}</p>
        </noscript>
        <TextReading document={document} lang={text.lang} />
      </div>
    </div>
  );
}

/** The line of state: every sentence it may say. */
function Line({ locale, signIn }: Pick<IslandProps, 'locale' | 'signIn'>): ReactNode {
  const t = editorTexts(locale);
  return (
    <div className="editor-line" role="status">
      {LINE_STATES.map((state) => (
        <p key={state} data-state={state} hidden>
          {t(`texts.editor.${state}`)}
          {state === 'session' && (
            <>
              {' '}
              <a href={signIn} target="_blank" rel="noopener opener">
                {t('texts.editor.sign-in')}
              </a>
            </>
          )}
        </p>
      ))}
    </div>
  );
}

function islandData({ locale, text, writer, suggestions }: Omit<IslandProps, 'document' | 'signIn'>): IslandData {
  const t = editorTexts(locale);
  const inText = readingTexts(text.lang);
  return {
    text: text.id,
    person: writer.personId,
    name: writer.name,
    lang: text.lang,
    speakers: suggestions.speakers,
    owners: suggestions.owners,
    words: {
      statement: t('texts.editor.statement'),
      decision: inText('texts.reading.decision'),
      action: inText('texts.reading.action'),
      noSpeaker: t('texts.editor.no-speaker'),
      noOwner: t('texts.editor.no-owner'),
      attendanceList: inText('texts.reading.attendance'),
      timelineGrid: inText('texts.reading.timeline'),
      footnote: t('texts.editor.footnote'),
      doc: inText('texts.reading.doc', { number: '{number}' }),
      due: inText('texts.reading.due', { date: '{date}' }),
      alone: t('texts.editor.alone'),
      here: t('texts.editor.here', { names: '{names}' }),
    },
  };
}
