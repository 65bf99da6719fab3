import { fold } from './fold.ts';

/** An organisation of the registry, as far as lists need it: `code` in its `system` (COG, SIREN, JIS, GEONAMES, LOCAL). */
export type OrganisationMatch = { kind: string; country: string | null; system: string; code: string; name: string };

/**
 * What the registry says about a printed organisation. `match` is null for what is unknown and for a known organisation
 * that is no authority (an embassy, a network): `knownOther` tells the two apart and names it.
 */
export type Recognition = {
  match: OrganisationMatch | null;
  confidence: number;
  candidates: readonly { match: OrganisationMatch; confidence: number }[];
  knownOther: { id: string; name: string } | null;
};

/** Recognitions by printed name, exactly as printed. */
export type Recognitions = ReadonlyMap<string, Recognition>;

export type OrganisationClass = 'authority' | 'other' | 'unrecognised';

/** One organisation whatever its spellings: by its identity in the registry, else by its folded printed name. */
export function organisationKey(printed: string, recognised: Recognitions): string {
  const recognition = recognised.get(printed);
  if (recognition?.match) return `${recognition.match.system}:${recognition.match.code}`;
  if (recognition?.knownOther) return `other:${recognition.knownOther.id}`;
  return `printed:${fold(printed)}`;
}

/** Whether a printed organisation is a local authority, another known organisation, or not recognised. */
export function organisationClass(printed: string, recognised: Recognitions): OrganisationClass {
  const recognition = recognised.get(printed);
  if (recognition?.match) return 'authority';
  return recognition?.knownOther ? 'other' : 'unrecognised';
}
