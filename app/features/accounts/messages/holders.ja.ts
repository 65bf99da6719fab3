import type { Messages } from '#app/platform/i18n/messages.ts';
import type { en } from './holders.en.ts';

export const ja: Messages<typeof en> = {
  'accounts.holders.none': 'まだ誰もいません。',
  'accounts.holders.caption': '{count, plural, other {#名}}',
  'accounts.holders.search': '関係者を探す',
  'accounts.holders.search-hint': '氏名（表記は問いません）またはメールアドレス全体。メールアドレスなら相手国側の方も見つかります。',
  'accounts.holders.find': '検索',
  'accounts.holders.found':
    '{count, plural, =0 {該当なし} other {#名が該当}}{more, select, yes {（表示しきれません。語を加えてください）} other {}}',
  'accounts.holders.not-there': '閲覧できる関係者に該当する方がいません。登録されていない方は、先に追加してください。',
  'accounts.holders.grant': '権限を付与する',
  'accounts.holders.holds': '付与済み',
};
