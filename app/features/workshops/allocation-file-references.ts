import { z } from 'zod';

/** What is wrong in a file, and where: `authorities[3].choices[1]`; the empty path is the whole file. */
export type FileFault = { readonly path: string; readonly message: string };

/** Writes a path as people read it: `authorities[3].choices[1]`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${String(step)}`)).join('');
}

// What can be read of a file's identifiers whatever else is wrong in it: one reading tells all its faults.
const id = z.string().nullable().catch(null);
const ids = z.array(id).catch([]);
const place = z.object({ authority: id, workshop: id }).catch({ authority: null, workshop: null });
const places = z.array(place).catch([]);
const looseShape = z.object({
  workshops: z
    .array(z.object({ id, chairs: ids }).catch({ id: null, chairs: [] }))
    .nullable()
    .catch(null),
  authorities: z
    .array(z.object({ id, choices: ids }).catch({ id: null, choices: [] }))
    .nullable()
    .catch(null),
  pairs: z.array(z.object({ authorities: ids }).catch({ authorities: [] })).catch([]),
  pinned: places,
  previous: places,
});

type Loose = z.output<typeof looseShape>;
type Reader = {
  readonly faults: FileFault[];
  workshop(id: string | null, path: PropertyKey[]): void;
  authority(id: string | null, path: PropertyKey[]): void;
  once(ids: readonly (string | null)[], pathOf: (index: number) => PropertyKey[], what: string): void;
};

/** Tells the faults between the parts of a file: identifiers twice, identifiers that nobody bears, an authority in two pairs. */
export function referenceFaults(content: unknown): FileFault[] {
  const read = looseShape.safeParse(content);
  if (!read.success) return [];
  const { workshops, authorities, pairs, previous, pinned } = read.data;
  const reader = readerOf(read.data);
  const bearers = (things: Loose['workshops'] | Loose['authorities'], part: string, what: string) =>
    reader.once(
      (things ?? []).map((thing) => thing.id),
      (i) => [part, i, 'id'],
      `is the identifier of another ${what} too`,
    );
  bearers(workshops, 'workshops', 'workshop');
  bearers(authorities, 'authorities', 'authority');
  workshops?.forEach(({ chairs }, w) => {
    for (const [i, chair] of chairs.entries()) reader.authority(chair, ['workshops', w, 'chairs', i]);
    reader.once(chairs, (i) => ['workshops', w, 'chairs', i], 'is named twice');
  });
  authorities?.forEach(({ choices }, a) => {
    for (const [i, choice] of choices.entries()) reader.workshop(choice, ['authorities', a, 'choices', i]);
    reader.once(choices, (i) => ['authorities', a, 'choices', i], 'is chosen twice');
  });
  const twins = pairs.flatMap((pair, p) => pair.authorities.map((authority, i) => ({ authority, path: ['pairs', p, 'authorities', i] })));
  for (const { authority, path } of twins) reader.authority(authority, path);
  reader.once(
    twins.map(({ authority }) => authority),
    (i) => twins[i]?.path ?? [],
    'is in a pair already',
  );
  placeFaults(reader, 'pinned', pinned);
  placeFaults(reader, 'previous', previous);
  reader.once(
    previous.map(({ authority }) => authority),
    (i) => ['previous', i, 'authority'],
    'has a place already',
  );
  return reader.faults;
}

function placeFaults(reader: Reader, part: string, rows: readonly { authority: string | null; workshop: string | null }[]): void {
  rows.forEach(({ authority, workshop }, i) => {
    reader.authority(authority, [part, i, 'authority']);
    reader.workshop(workshop, [part, i, 'workshop']);
  });
}

function readerOf({ workshops, authorities }: Loose): Reader {
  const faults: FileFault[] = [];
  const known = (things: readonly { id: string | null }[] | null) => things && new Set(things.map((thing) => thing.id));
  const knownWorkshops = known(workshops);
  const knownAuthorities = known(authorities);
  const fault = (path: readonly PropertyKey[], message: string) => void faults.push({ path: pathText(path), message });
  return {
    faults,
    workshop: (id, path) => {
      if (id !== null && knownWorkshops?.has(id) === false) fault(path, `there is no workshop ${JSON.stringify(id)}`);
    },
    authority: (id, path) => {
      if (id !== null && knownAuthorities?.has(id) === false) fault(path, `there is no authority ${JSON.stringify(id)}`);
    },
    once: (ids, pathOf, what) => {
      const seen = new Set<string>();
      ids.forEach((id, index) => {
        if (id === null) return;
        if (seen.has(id)) fault(pathOf(index), `${JSON.stringify(id)} ${what}`);
        seen.add(id);
      });
    },
  };
}
