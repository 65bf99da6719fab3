/** What an invited person answers. */
export const ANSWERS = ['present', 'represented', 'excused'] as const;
export type Answer = (typeof ANSWERS)[number];

/** How an answer came: by the button of the personal link, or entered by a secretariat that was told. */
export const ANSWER_SOURCES = ['link', 'phone', 'mail', 'conversation'] as const;
export type AnswerSource = (typeof ANSWER_SOURCES)[number];

/** Who comes in somebody's place, as told. */
export type Representative = { name: string; function: string; mailbox: string | null };
