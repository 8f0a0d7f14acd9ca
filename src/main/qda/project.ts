/** A code as an exchange has it: a tag of the codebook. */
export interface QdaCode {
  guid: string
  name: string
  /** `#1f6f8b`, in small letters. */
  colour: string | null
  description: string
  /** That of the code above it. */
  parent: string | null
}

/** A range of a text, in Unicode code points: `start` is its first character, `end` the place behind its last. */
export interface QdaSelection {
  guid: string
  name: string
  description: string
  start: number
  end: number
  /** GUIDs of its codes. */
  codes: string[]
  /** ISO 8601; null where it isn't told. */
  createdAt: string | null
}

/** A text with its selections, and the codes of all of it. */
export interface QdaSource {
  guid: string
  name: string
  text: string
  selections: QdaSelection[]
  codes: string[]
  /** The file from which the text was had, where an exchange has a place for it. */
  original?: QdaOriginal
}

/** A PDF or a picture. */
export interface QdaOriginal {
  kind: 'pdf' | 'picture'
  /** `pdf`, `png`, `jpg`. */
  ending: string
  bytes: Uint8Array
}

export interface QdaProject {
  name: string
  codes: QdaCode[]
  sources: QdaSource[]
}
