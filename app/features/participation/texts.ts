import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { type Translate, translator } from '#app/platform/i18n/messages.ts';
import type { FormStage } from './domain/stages.ts';
import type { ParticipationState } from './domain/states.ts';
import { participationCatalogues } from './messages/catalogues.ts';

export type ParticipationKey = Extract<keyof typeof participationCatalogues.en, string>;
export type ParticipationTranslate = Translate<ParticipationKey>;

/** The translator of participation's texts. */
export function participationTexts(locale: Locale): ParticipationTranslate {
  return translator(locale, participationCatalogues);
}

/** A state in words. */
export function stateText(t: ParticipationTranslate, state: ParticipationState): string {
  return t(`participation.state.${state}`);
}

/** A part of the form in words. */
export function stageText(t: ParticipationTranslate, stage: FormStage): string {
  return t(`participation.stage.${stage}`);
}

/** A refusal in words; `null` when this feature has none for it. */
export function refusalText(t: ParticipationTranslate, refusal: Refusal): string | null {
  const key = `refusals.${refusal.code}`;
  return key in participationCatalogues.en ? t(key as ParticipationKey, refusal.params) : null;
}
