import { fold } from './fold.ts';

/** An organisation of the registry, as far as lists need it; `code` is an identifier in its `system` (COG, SIREN, JIS, GEONAMES, LOCAL). */
export type RegisteredOrganisation = {
  id: string;
  isAuthority: boolean;
  kind: string;
  country: string;
  system: string;
  code: string;
  name: string;
};

/**
 * What the registry says about a printed name: the organisation it stands for (an embassy or a network too, which is no
 * authority), how sure that is from 0 to 1, and the others it may stand for, best first.
 */
export type Recognition = {
  organisation: RegisteredOrganisation | null;
  confidence: number;
  candidates: readonly { organisation: RegisteredOrganisation; confidence: number }[];
};

/** Recognitions by printed name, exactly as printed. */
export type Recognitions = ReadonlyMap<string, Recognition>;

export type OrganisationClass = 'authority' | 'other' | 'unrecognised';

/** One organisation whatever its spellings: by its identity in the registry, else by its folded printed name. */
export function organisationKey(printed: string, recognised: Recognitions): string {
  const organisation = recognised.get(printed)?.organisation;
  return organisation ? `id:${organisation.id}` : `printed:${fold(printed)}`;
}

/** Whether a printed organisation is a local authority, another known organisation, or not recognised. */
export function organisationClass(printed: string, recognised: Recognitions): OrganisationClass {
  const organisation = recognised.get(printed)?.organisation;
  if (!organisation) return 'unrecognised';
  return organisation.isAuthority ? 'authority' : 'other';
}
