import { MARK_COLOURS, type MarkColour } from '../../shared/case/records/mark.ts'
import { guidOf } from './guid.ts'
import type { QdaCode } from './project.ts'

/** The edges of marks as the window draws them. */
const SHOWN: Record<MarkColour, string> = {
  green: '#5f8f2a',
  blue: '#3f7cc4',
  violet: '#7d5fc0',
  pink: '#c2517f',
  teal: '#2f8d80',
  grey: '#77777a'
}

/** The GUID of the code that stands for a colour of marks: selections of REFI-QDA have none of their own. */
export function colourGuid(colour: MarkColour): string {
  return guidOf(`colour of marks ${colour}`)
}

/** The codes of these colours of marks, in the order of the keys that give them. */
export function colourCodes(used: ReadonlySet<MarkColour>): QdaCode[] {
  return MARK_COLOURS.filter((colour) => used.has(colour)).map((colour) => ({
    guid: colourGuid(colour),
    name: `Mark: ${colour}`,
    colour: SHOWN[colour],
    description: 'A colour of marks in Dossier.',
    parent: null
  }))
}

const BY_GUID = new Map(MARK_COLOURS.map((colour) => [colourGuid(colour), colour]))

/** The colour of marks for which a code stands; undefined for any other code. */
export function colourOfCode(guid: string): MarkColour | undefined {
  return BY_GUID.get(guid)
}
