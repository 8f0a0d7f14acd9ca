import { z } from 'zod'
import { EXPORT_FORMATS, endingsOf, type ExportFormatId } from '../composition/export-formats.ts'

/** What an export is saved for, by its format. */
type ExportPurpose = `export-${ExportFormatId}`
export function exportPurpose(format: ExportFormatId): ExportPurpose {
  return `export-${format}`
}

/**
 * What a place on the disk was chosen for. A page never names a path: it gets a token for what a person chose in a dialog or dropped, or for
 * what main itself knows, and each request takes only tokens of the purposes that it says.
 */
export const DIALOG_PURPOSES = [
  'new-case',
  'open-case',
  'import-files',
  'import-folder',
  'save-import-report',
  'brief-markdown',
  'save-markdown',
  'verify-pdf',
  'merge-case',
  'save-bundle',
  'open-bundle',
  'open-bundle-folder',
  'save-passages',
  'save-codebook',
  'open-codebook',
  'save-project',
  'open-project',
  ...EXPORT_FORMATS.map(({ id }) => exportPurpose(id))
] as const
export type DialogPurpose = (typeof DIALOG_PURPOSES)[number]

/** Those that no dialog asks for: what was dropped on the window, a case and a backup that main knows, a file that this session wrote. */
export const PURPOSES = [...DIALOG_PURPOSES, 'dropped', 'known-case', 'backup', 'written'] as const
export type Purpose = (typeof PURPOSES)[number]

/** The endings that a file may have which is saved for a purpose, the usual one first. A purpose that isn't here names no file to write. */
export const ENDINGS: Partial<Record<Purpose, readonly [string, ...string[]]>> = {
  'save-import-report': ['.csv', '.json'],
  'save-markdown': ['.md', '.markdown'],
  'save-bundle': ['.zip'],
  'save-passages': ['.csv', '.md'],
  'save-codebook': ['.qdc'],
  'save-project': ['.qdpx'],
  ...Object.fromEntries(EXPORT_FORMATS.map((format) => [exportPurpose(format.id), endingsOf([format])]))
}

/** Purposes whose tokens serve one request: what they name comes into being by it. */
export const SINGLE_USE: ReadonlySet<Purpose> = new Set<Purpose>([
  'new-case',
  ...(Object.keys(ENDINGS) as (keyof typeof ENDINGS)[])
])

/** A token as the page has it: unguessable, of this session, good for some requests. */
export type Place = string & z.BRAND<'Place'>
/** What a request's place becomes behind the gateway: the path of one file or folder, or several paths. */
type OnePath = string & z.BRAND<'OnePath'>
type ManyPaths = readonly string[] & z.BRAND<'ManyPaths'>

/** A request's input behind the gateway: its places are paths. */
export type WithPaths<I> = {
  [K in keyof I]: I[K] extends infer V ? (V extends ManyPaths ? string[] : V extends OnePath ? string : V) : never
}

/** An answer behind the gateway, which fills its places in. */
export type WithoutPlaces<A> = A extends { place: Place }
  ? Omit<A, 'place'> & { place?: Place }
  : A extends readonly (infer U)[]
    ? WithoutPlaces<U>[]
    : A extends { view: infer V }
      ? Omit<A, 'view'> & { view: WithoutPlaces<V> }
      : A

/** Which tokens a field of a request takes. */
export interface PlaceUse {
  purposes: readonly Purpose[]
  many: boolean
  /** Of those the one that fits what else the request asks, where that makes a difference. */
  fits?: (request: object) => Purpose
}

/** The fields of requests that are places: from them the gateway derives what it translates. */
export const placeUses = z.registry<PlaceUse>()
/** The fields of answers that are places, each for the path in the field `of` beside it: the gateway fills them in. */
export const issuedPlaces = z.registry<{ purpose: Purpose; of: string }>()

/** 32 characters of base64url: 192 bits. */
const TOKEN = /^[\w-]{32}$/

/** A token in an answer that main fills in itself. */
export const PlaceToken = z.string().regex(TOKEN) as unknown as z.ZodType<Place, Place>

/** A field of a request: the place of one file or folder, chosen for one of these purposes. */
export function chosen(...purposes: Purpose[]): z.ZodType<OnePath, Place> {
  return z.string().register(placeUses, { purposes, many: false }) as unknown as z.ZodType<OnePath, Place>
}

/** A field of a request: a place whose purpose depends on what else is asked. */
export function chosenTo(fits: (request: object) => Purpose, purposes: Purpose[]): z.ZodType<OnePath, Place> {
  return z.string().register(placeUses, { purposes, many: false, fits }) as unknown as z.ZodType<OnePath, Place>
}

/** A field of a request: files and folders that were chosen together. */
export function chosenMany(...purposes: Purpose[]): z.ZodType<ManyPaths, Place> {
  return z.string().register(placeUses, { purposes, many: true }) as unknown as z.ZodType<ManyPaths, Place>
}

/** A field of an answer: a token for the path in the field beside it. Handlers leave it out, the gateway fills it in. */
export function issued(purpose: Purpose, of: string) {
  return z
    .custom<Place>((value) => typeof value === 'string' && TOKEN.test(value))
    .optional()
    .transform((place, context): Place => {
      if (place !== undefined) return place
      context.addIssue('No token was issued for this path.')
      return z.NEVER
    })
    .register(issuedPlaces, { purpose, of })
}

/** The place of a file that was written, for the path in the field `path`: by it the file is opened, shown and verified. */
export const written = { place: issued('written', 'path') }
