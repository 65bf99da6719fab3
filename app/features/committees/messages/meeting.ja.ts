import type { Messages } from '#app/platform/i18n/messages.ts';
import type { en } from './meeting.en.ts';

export const ja: Messages<typeof en> = {
  'committees.tabs.label': 'この会議のページ',
  'committees.tabs.overview': '概要',
  'committees.tabs.agenda': '議題・資料',
  'committees.tabs.invitations': '開催案内',
  'committees.tabs.attendance': '当日の出欠',
  'committees.tabs.minutes': '議事録',
  'committees.state.cancelled': '中止',
};
