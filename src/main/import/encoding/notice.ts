import type { Decoded } from './decode.ts'
import type { Reading } from '../extracted/extracted.ts'
import { isEncodedTwice } from './twice.ts'

/** A reading whose document says how its text was decoded, with a notice of what its reader must know of that; one without text needs none. */
export function withEncoding(reading: Reading, decoded: Decoded): Reading {
  const { document } = reading
  if (document === null) return reading
  const told = document.blocks.length === 0 ? null : encodingNotice(decoded)
  const notice = document.notice === null || told === null ? (document.notice ?? told) : `${document.notice} ${told}`
  return { ...reading, document: { ...document, encoding: decoded.encoding, notice } }
}

/** What a reader must know of how a file's text was decoded, in sentences; null when nothing. */
function encodingNotice({ encoding, by, isSure, disbelieved, damaged, odd, isTurned, text }: Decoded): string | null {
  const again = 'If words look wrong, save it again as UTF-8 and import that.'
  const sentences: string[] = []
  if (disbelieved !== null)
    sentences.push(
      `This file says that it is written in ${disbelieved}, but its words read as ${encoding}, which was used. ${again}`
    )
  else if (by === 'guessed' && !isSure)
    sentences.push(`The encoding of this file wasn’t declared and was guessed as ${encoding}. ${again}`)
  if (isTurned)
    sentences.push(
      'The Hebrew of this file stands in the order in which it is seen; it was put in the order in which it is read.'
    )
  if (odd > 0)
    sentences.push(
      `${odd === 1 ? 'One character of this file is' : `${odd.toLocaleString('en')} characters of this file are`} not ${encoding} as the rest is, and ${odd === 1 ? 'was' : 'were'} read as windows-1252. ${again}`
    )
  if (isEncodedTwice(text))
    sentences.push(
      'Letters of this file were spoilt before it was saved: “é” stands as “Ã©”, and others likewise. They were left as they are; look for another copy before you quote it.'
    )
  if (damaged > 0) {
    const many = damaged === 1 ? 'One character' : `${damaged.toLocaleString('en')} characters`
    sentences.push(
      `${many} of this file could not be read as ${encoding} and ${damaged === 1 ? 'is' : 'are'} shown as “\uFFFD”.`
    )
  }
  return sentences.length === 0 ? null : sentences.join(' ')
}
