import type { Messages } from '#app/platform/i18n/messages.ts';
import type { en } from './members.en.ts';

export const ja: Messages<typeof en> = {
  'committees.members.title': '委員',
  'committees.members.lead': '委員になると、どちらの国側の方でも、この委員会の会議と名簿を閲覧できます。ほかの委員会は閲覧できません。',
  'committees.members.saved': '保存しました。',
};
