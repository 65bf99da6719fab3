import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const file = (name: string) => `features/texts/routes/${name}`;

/** A text: reading it and commenting, and each step of its life. */
export const deskUrls: RouteConfigEntry[] = [
  route('desk/texts/:text', file('text.tsx')),
  route('desk/texts/:text/edit', file('edit.tsx')),
  route('desk/texts/:text/propose', file('propose.tsx')),
  route('desk/texts/:text/withdraw', file('withdraw.tsx')),
  route('desk/texts/:text/approve', file('approve.tsx')),
  route('desk/texts/:text/publish', file('publish.tsx')),
  route('desk/texts/:text/errata', file('erratum.tsx')),
  route('desk/texts/:text/compare', file('compare.tsx')),
  route('desk/texts/:text/comments/:comment', file('answer-comment.tsx')),
];
