/** What the editor offers to choose from in a text of a subject; whatever is not in the lists can be typed. */
export type TextSuggestions = {
  speakers: readonly { personId: string; label: string }[];
  owners: readonly { organisationId: string; label: string }[];
  documents: readonly { number: string; title: string }[];
  /** Which annexes such a text has a place for. */
  annexes: readonly ('attendanceList' | 'timelineGrid')[];
};

export const NO_SUGGESTIONS: TextSuggestions = { speakers: [], owners: [], documents: [], annexes: [] };
