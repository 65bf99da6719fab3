import type { Messages } from '#app/platform/i18n/messages.ts';
import type { readingEn } from './reading.en.ts';

export const readingJa: Messages<typeof readingEn> = {
  'texts.reading.decision': '決定事項',
  'texts.reading.action': '対応事項',
  'texts.reading.due': '期限：{date}',
  'texts.reading.doc': '資料{number}',
  'texts.reading.notes': '注',
  'texts.reading.note': '注{number}',
  'texts.reading.back': '本文に戻る',
  'texts.reading.attendance': '出席者・欠席者名簿',
  'texts.reading.timeline': '日程表',
};
