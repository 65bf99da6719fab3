import type { Messages } from '#app/platform/i18n/messages.ts';
import type { en } from './people-file.en.ts';

export const ja: Messages<typeof en> = {
  'accounts.file.name': '関係者一覧',
  'accounts.file.list': '関係者',
  'accounts.file.family-name': '姓（ローマ字）',
  'accounts.file.given-name': '名（ローマ字）',
  'accounts.file.native': '氏名',
  'accounts.file.kana': 'フリガナ',
  'accounts.file.civility': '敬称',
  'accounts.file.function': '役職',
  'accounts.file.organisation': '団体',
  'accounts.file.ended': '{function}（退任済み）',
  'accounts.file.as': '{format}でダウンロード',
};
