import type { Messages } from '#app/platform/i18n/messages.ts';
import type { en } from './en.ts';

export const ja: Messages<typeof en> = {
  'participation.state.to-contact': '未連絡',
  'participation.state.contacted': '連絡済み',
  'participation.state.chased': '再連絡済み',
  'participation.state.considering': '検討中',
  'participation.state.confirmed': '参加確定',
  'participation.state.declined': '不参加',
  'participation.state.excused': '欠席（関心あり）',
  'participation.stage.intention': '参加意向・連絡先',
  'participation.stage.workshops': '分科会の希望',
  'participation.stage.talks': '発表と要旨',
  'participation.stage.delegation': '代表団',
  'refusals.participation.stage-dates':
    '「{stage, select, intention {参加意向・連絡先} workshops {分科会の希望} talks {発表と要旨} other {代表団}}」の日付を確認してください。開始日と締切日の両方が必要で、締切日は開始日以降とします。',
  'refusals.participation.form-changed-meanwhile':
    'その間に別の方が調査票の設定を変更しました。保存されていません。内容を確認してから、もう一度保存してください。',
};
