import type { ReactNode } from 'react';

/** The signs of the interface, drawn on a 16-unit square. Each stands beside a word and is hidden from assistive technology. */
const PATHS = {
  alert: <path d="M8 2 14.5 13.5h-13ZM8 6.5v3.2M8 11.6v.1" />,
  cross: <path d="m4 4 8 8M12 4l-8 8" />,
  check: <path d="m3 8.5 3.2 3.2L13 4.8" />,
  done: <path d="M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM5.2 8.2l2 2 3.6-4" />,
  stop: <path d="M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4ZM8 4.8v3.9M8 11v.1" />,
  info: <path d="M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 7.4v3.8M8 4.9V5" />,
  clock: <path d="M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 4.6V8l2.4 1.6" />,
  pencil: <path d="m2.5 13.5.7-3.2 7.6-7.6 2.5 2.5-7.6 7.6ZM9.3 4.2l2.5 2.5" />,
  pin: <path d="M5.5 2h5M6.2 2v4.6L4 9.5h8L9.8 6.6V2M8 9.5V14" />,
  menu: <path d="M2 4.5h12M2 8h12M2 11.5h12" />,
  search: <path d="M7 2.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6ZM10.6 10.6 14 14" />,
  up: <path d="m4 9.5 4-4 4 4" />,
  down: <path d="m4 6.5 4 4 4-4" />,
  updown: <path d="m4.5 6 3.5-3.5L11.5 6M4.5 10 8 13.5l3.5-3.5" />,
  previous: <path d="M9.5 4 5.5 8l4 4" />,
  next: <path d="m6.5 4 4 4-4 4" />,
  download: <path d="M8 2v8M4.8 7 8 10.2 11.2 7M2.5 13.5h11" />,
  external: <path d="M6 3H3v10h10v-3M9 2.5h4.5V7M13.2 2.8 7.5 8.5" />,
  calendar: <path d="M2.5 3.5h11v10h-11ZM2.5 6.8h11M5.3 1.8v3M10.7 1.8v3" />,
  file: <path d="M4 1.8h5.2L12.5 5v9.2H4ZM9 2v3.2h3.3" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof PATHS;

/** A decorative sign in the colour and size of the text around it; the word that it repeats must stand beside it. */
export function Icon({ name }: { name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {PATHS[name]}
    </svg>
  );
}

/** The project's mark: two interlocking rings in the colours of the two sides; decorative. */
export function Mark(): ReactNode {
  return (
    <svg className="mark" viewBox="0 0 40 24" width="40" height="24" aria-hidden="true" focusable="false">
      <circle className="mark-a" cx="14" cy="12" r="10" />
      <path className="mark-b" d="M20 4a10 10 0 1 1 -.01 16" />
      <path className="mark-b" d="M17.1 16.6A10 10 0 0 1 20 4" />
    </svg>
  );
}
