import type { Email } from 'postal-mime'
import { z } from 'zod'
import { decode } from '../../encoding/decode.ts'
import { unflow } from './flowed.ts'

/** A part of a message as its parser keeps it. */
interface Part {
  childNodes: Part[]
  content: ArrayBuffer | null | undefined
  contentType: { parsed: { value: string; params: Record<string, string> } }
  getTextContent: () => string
}

/** The parser's tree of parts. */
const Tree = z.object({
  root: z.custom<Part>((node) => typeof node === 'object' && node !== null && 'childNodes' in node)
})

/** What programs write that don't know the charset themselves. */
const UNKNOWN_CHARSET =
  /^(?:unknown(?:-8bit)?|x-unknown|default|default_charset|none|null|8bit|binary|ansi|user-defined|x-user-defined)$/i

/** How many levels a message's parts are nested. */
export function deepestOf(parser: object): number {
  let deepest = 0
  for (let level = childrenOf(parser); level.length > 0; level = level.flatMap((part) => part.childNodes)) deepest++
  return deepest
}

function childrenOf(parser: object): Part[] {
  return Tree.parse(parser).root.childNodes
}

/**
 * The texts of a message with those parts put right that its parser reads otherwise than is meant: quoted lines that flow, and parts of an unknown
 * charset, which are read by what they look like.
 */
export function withTextParts(message: Email, parser: object): Email {
  const { root } = Tree.parse(parser)
  const parts: Part[] = []
  for (let level = [root]; level.length > 0; level = level.flatMap((part) => part.childNodes)) parts.push(...level)
  let { text, html } = message
  for (const part of parts) {
    const { value, params } = part.contentType.parsed
    if ((value !== 'text/plain' && value !== 'text/html') || !part.content) continue
    const isFlowed = value === 'text/plain' && /^flowed$/i.test(params['format'] ?? '')
    const isUnknown = UNKNOWN_CHARSET.test(params['charset'] ?? '')
    if (!isFlowed && !isUnknown) continue
    const read = part.getTextContent()
    const meant = meantBy(part, isFlowed, isUnknown)
    if (value === 'text/plain') text = text?.replace(read, () => meant)
    else html = html?.replace(read, () => meant)
  }
  return { ...message, ...(text === undefined ? {} : { text }), ...(html === undefined ? {} : { html }) }
}

function meantBy(part: Part, isFlowed: boolean, isUnknown: boolean): string {
  const { params } = part.contentType.parsed
  const { format = '', delsp = '' } = params
  params['format'] = ''
  const raw = isUnknown ? decode(new Uint8Array(part.content!)).text : part.getTextContent()
  params['format'] = format
  return isFlowed ? unflow(raw, /^yes$/i.test(delsp)) : raw
}
