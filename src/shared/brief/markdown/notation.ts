import { CONFIDENCES, LIKELIHOODS, RELATIONS, STATEMENT_KINDS, type Citation, type Statement } from '../brief.ts'

/**
 * The notation with which a brief in Markdown says what plain Markdown can't: citations `[@S1]`, `[@Q3 contradicts]`,
 * `[@S1, ¶ 3; @Q2 context]` (after Pandoc's citations) and a statement's attributes
 * `{.judgement likelihood="very likely" confidence=moderate}` (after Pandoc's attributes) at the end of its paragraph. A figure
 * leads to its source by its key: `![alt](S5 "caption")`.
 */

const ITEM = String.raw`@[\p{L}][\p{L}\p{N}:._-]*[^\]@;]*`
export const CITATION = new RegExp(String.raw`\[(${ITEM}(?:;\s*${ITEM})*)\]`, 'gu')

/** What an image leads to when it is a figure: a source's key, not an address or a path. */
export const FIGURE_TARGET = /^\p{L}[\p{L}\p{N}:._-]*$/u

const ATTRIBUTES = /\s*\{([^{}]*)\}\s*$/

/** The citations in the inside of one pair of brackets. Their labels are yet to be resolved. */
export function parseCitations(inside: string): Citation[] {
  return inside.split(';').map((item) => {
    const match = /^\s*@([\p{L}][\p{L}\p{N}:._-]*)\s*(.*)$/su.exec(item)
    const [first = '', ...rest] = (match?.[2] ?? '').trim().split(/[\s,]+/)
    const relation = RELATIONS.find((name) => name === first.toLowerCase())
    const locator = (relation ? rest.join(' ') : [first, ...rest].join(' ')).trim()
    return {
      type: 'citation',
      attrs: {
        quoteId: null,
        sourceId: null,
        label: (match?.[1] ?? '').replace(/[.:_-]+$/, ''),
        relation: relation ?? 'supports',
        locator: locator === '' ? null : locator
      }
    }
  })
}

/** A citation as written: `[@S1 contradicts, ¶ 3]`. `label` is the key of the quote or source that it leads to. */
export function formatCitation(citation: Citation, label: string): string {
  const { relation, locator } = citation.attrs
  return `[@${label}${relation === 'supports' ? '' : ` ${relation}`}${locator === null ? '' : `, ${locator}`}]`
}

export type StatementAttributes = Omit<Statement['attrs'], 'id'>

/**
 * Splits the attributes off the end of a paragraph's text. Text in braces that isn't wholly made of attributes stays text;
 * then `attributes` is null.
 */
export function splitAttributes(text: string): { text: string; attributes: StatementAttributes | null } {
  const match = ATTRIBUTES.exec(text)
  if (!match) return { text, attributes: null }
  const attributes: StatementAttributes = { kind: null, likelihood: null, confidence: null }
  const items = match[1]!.match(/\.[\w-]+|[\w-]+=(?:"[^"]*"|“[^”]*”|[^\s"“]+)/g) ?? []
  if (
    items.length === 0 ||
    items.join('').length !== match[1]!.replace(/\s(?=(?:[^"“”]*["“][^"“”]*["”])*[^"“”]*$)/g, '').length
  ) {
    return { text, attributes: null }
  }
  for (const item of items) {
    const [name = '', raw = ''] = item.split(/=(.*)/s)
    const value = raw.replace(/^["“]|["”]$/g, '')
    const kind = STATEMENT_KINDS.find((known) => `.${known}` === name)
    const likelihood = LIKELIHOODS.find((known) => name === 'likelihood' && known === value)
    const confidence = CONFIDENCES.find((known) => name === 'confidence' && known === value)
    if (kind) attributes.kind = kind
    else if (likelihood) attributes.likelihood = likelihood
    else if (confidence) attributes.confidence = confidence
    else return { text, attributes: null }
  }
  return { text: text.slice(0, match.index), attributes }
}

/** The attributes as written, with a space before; empty when there are none. */
export function formatAttributes({ kind, likelihood, confidence }: StatementAttributes): string {
  const items = [
    kind === null ? '' : `.${kind}`,
    likelihood === null ? '' : `likelihood=${/\s/.test(likelihood) ? `"${likelihood}"` : likelihood}`,
    confidence === null ? '' : `confidence=${confidence}`
  ].filter((item) => item !== '')
  return items.length === 0 ? '' : ` {${items.join(' ')}}`
}
